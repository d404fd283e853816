import { textFormat } from './text-format.ts'

/** Whatever reads as text and is nothing more particular: notes, logs, configuration, source code, keys. */
export const text = textFormat({
  id: 'text',
  title: 'Plain text',
  medium: 'document',
  mediaTypes: {
    'text/plain': [
      ...[
        'txt',
        'text',
        'log',
        'md',
        'markdown',
        'rst',
        'adoc',
        'tex',
        'srt',
        'vtt',
        'nfo',
        'me',
        'asc',
        'diff',
        'patch',
      ],
      ...['ini', 'cfg', 'conf', 'env', 'properties', 'yaml', 'yml', 'toml', 'plist', 'reg', 'lock', 'editorconfig'],
      ...[
        'c',
        'h',
        'cpp',
        'hpp',
        'cc',
        'cs',
        'go',
        'rs',
        'java',
        'kt',
        'swift',
        'py',
        'rb',
        'pl',
        'php',
        'lua',
        'r',
        'm',
      ],
      ...[
        'js',
        'mjs',
        'cjs',
        'ts',
        'jsx',
        'tsx',
        'vue',
        'css',
        'scss',
        'less',
        'sh',
        'bash',
        'bat',
        'cmd',
        'ps1',
        'vbs',
      ],
    ],
    'application/x-pem-file': ['pem', 'crt', 'cer', 'key', 'csr', 'pub'],
    'application/pgp-encrypted': ['pgp', 'gpg'],
    'application/postscript': ['ps', 'eps'],
  },
  recognizes(content) {
    if (content.startsWith('-----BEGIN ')) {
      return content.startsWith('PGP MESSAGE', 11) ? 'application/pgp-encrypted' : 'application/x-pem-file'
    }
    return content.startsWith('%!PS') ? 'application/postscript' : 'text/plain'
  },
  unread: [
    {
      hint: '%!PS',
      pattern: /^%!PS/,
      gap: { what: 'gap', cause: 'unsupported_type', message: 'the page was not drawn, only its program was read' },
    },
  ],
})

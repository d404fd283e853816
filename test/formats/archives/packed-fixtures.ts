// Made from these texts with what Node does not have: bzip2 1.0.8, xz 5.4.1, py7zr 1.1.4, and Python's lzma.

/** Words that repeat. */
export const text = 'Dear Jane Roe, this is a letter. '.repeat(60)

/** Digits that hardly do. */
export const varied = Array.from({ length: 299 }, (_, at) => `${((at + 1) * 2_654_435_761) % 4_294_967_291} `)
  .join('')
  .slice(0, 2_000)

/** Bytes that follow each other many times, and just not often enough to count. */
export const runs = Buffer.from(`${'\0'.repeat(50_000)}abbbbc${'d'.repeat(300)}`)

/** What reads as jumps and calls. */
export const code = Buffer.from(
  Array.from({ length: 60 }, (_, at) => {
    const far = at % 3 === 0 ? 0xff : 0
    return [0xe8, at * 37, at * 5, far, far, 0x90, 0xe9, at, 0, 0, 0, 0x55].map((byte) => byte & 255)
  }).flat(),
)

const bytes = (base64: string) => Buffer.from(base64, 'base64')

/** `text`. */
export const bzip2Text = bytes(
  'QlpoOTFBWSZTWXbPq6EAASuXgEAFBBAQACJlnAAgAJApgAJoJqqT1HqZDZTxQ7oc0NVDqhmhih5oZqhzQxQ7oaofKG6G6HFD3Q1Q4ofaGqHFDq' +
    'huoZoeqGKH8XckU4UJB2z6uhA=',
)

/** `varied`. */
export const bzip2Varied = bytes(
  'QlpoOTFBWSZTWQvLYjIAAWgYAEAAf+BQBQHud1lqdS7tbVW1bMVPGJkoRT2JlMoRTzBEhANNNA1T8IEm5vPuSpruBik2Ld2LZqgSkmlSAyRbFs' +
    'DWzQIbkiikBgkossuSk5h9JFCpGtmiAyRRRwrJFCnKKj2WDJFEqkKiiFqy1uywZIjKkBkb9pRPlNpVWNpgy9JIWpTs3qwsKIRZwXNw9ysA7HGd' +
    'cSGXIlMOUeBrrIWbYoZM1wrmu6G5W0Yabxi3alnDenXexoLdQVmKN4sPGzabSly93r8B846HhL4VDwcjuaM9ajGkVJjVG5YCzTbqHoT26jnj4E' +
    'DMs1bch6SYAOOQLtuQ5qcVp88N74UAEhr0R0UM2/eFwjB6FLWiQs1cNmR2BaWSpb8Z7WiIpfHpbWkMjuGXnhV31508+DR7kMUVevGiZoxrLhzs' +
    'q62xvGlYNbUU5Fx9BuL1s50hHDc5AVeTaRwV2g8pjDrL3sMpj20CwMoLY16jRM9hnPNVnLgtzlJ5AZ7NF+dO8LkKR8SCQM+1J55i1SrJQIkDFH' +
    'kPjf19J5jeGboLXLjNVLU6Bh4Znp7RTKvp1YyaDvOqKYKgCh6skzTdKAdQp0Vm4Cjmu7l16NiUoHt7XtrYYuOyjeReml0Ov1JYE+ZOpV52QcIt' +
    '+zn0U0aL2zc9sgSzjd3pZqcDXCNQGpks+2rOvm1mQd7ryurdswOK/XIES14utKcIpVdDwgJENm+qRij2haNWRQytGTY9ySNonWYu47foiqF1nV' +
    'T8RXnw6X51xygrLdAHYeqKOzlg3eOz4Y81ydV3xXzWId5lVO8pQJvQaE6/vD2GoPWlS5k8aG+cUXieGJopJawR1+9e0Vgps5FZHTmu9y1vHiiK' +
    'FV5/V0jwmdqnHMtQiz7fqAb07iFNp2NbMvHh573qcI4SNeVzAFGdy/D2hUdvOtvkqWvbaEZ6b4a3SrV3k7GTgMqe3EEC3XjpL9XPeq4ZllgJZn' +
    'E7xr3U3nbrde11QoXwuLMf2+ppchtSsjW8qKpbzc6LIc5UwSSycv1GwkiaTtt157qubwvN4A5VKUNzhCL9CyODJz1TuS9jK9cKp9406mdvk+9T' +
    '9naxWvUbUrKVpRS4BebfWBXuqGZzL9B3UtEZ9EB4BGEZhmXdasV8twelw55dwTxuEmjtydXq2oey1Iq1LhEX5Vfh0N7XrF5tR6tyQcrjtjVjAm' +
    'NK6JXhijrZxSyBjzBRxe/F3JFOFCQC8tiMgA==',
)

/** `text` 150 times, in blocks of 100,000 bytes. */
export const bzip2Blocks = bytes(
  'QlpoMTFBWSZTWRcdkGMANUGXgEAFBBAQACJlnAAwAPAFMABNBNVSek02ozSFMABNPSSC7iQXMSC1RILKSC4iQWIkFukgscCSC5iQW8SC7iQWok' +
    'F9iQXiSC8SQW0SC+RILUSC2SQWYkFqJBbRILKSC8okFwkgvcSCwkgv5igrJMprLK5YDmAEcCLwCACgggIABEyzgAYAHgCmAAmgmqlNNqZGaQpg' +
    'AJpj1Egu4kFxEgtSSC5SQWcpIL3Egt4kFsJILiJBbRILuJBaiQX2JBeRILyJBYSQXxJBaSQWIkF+iQWokFiJBcxILySQWYkFukgtokF/MUFZJl' +
    'NZ1kRGDwCyCheAQAUEEBAAImWcADAA+AKYACaFMABNBNVKYTIbKeqBF5QIuqBFmQIu0CLfmgRb0CLhAi5VAi6oEW1Ai8oEWaBF8oEWkCLSBFhA' +
    'i9oEWUCLCBF+oEWaBFigRdoEWpAi5QIuECLZAi/i7kinChIIGvDsoA==',
)

/** `runs`. */
export const bzip2Runs = bytes(
  'QlpoOTFBWSZTWZVZRMAAAGJxAMAAQAAAIDwAAAggADEMCApUAeIWs0hcxIXuau73d9m0QsfF3JFOFCQlVlEwAA==',
)

/** `text`, its checksum CRC-64. */
export const xzText = bytes(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Ae7ADNdACIZSCdTGbIJMV0iWab2DxPndfzpjucAhkBa7RJw+6mZF/95PvoWRjgOArdSDPtZFaLzAA' +
    'AAX0va0ZHXwWgAAU+8DwAAACeZD7CxxGf7AgAAAAAEWVo=',
)

/** `varied`, preset 0, CRC-32. */
export const xzCrc32 = bytes(
  '/Td6WFoAAAFpIt42AgAhAQwAAACPmEGc4AfPBGtdABkNgvj+f3tNx2whZfoIVgKyYiw2s4RoHEXgD02L94PZULG1G4aMmMAiZS0XuIxy6poQCi' +
    '+Q72/OqhzJo9NtWRe3moWlbICkQjG8CUSGtQ6pucBmYS8R4ldAiCg4UFo7s3cRkNHoZdy+f1IS0rmGAcxbthhsTxhvAjy29UL8NehOK/PWVJYE' +
    '4XJ9OKckk97mnmkz4t6FDG5hUi/dd1ZABu0PDUHXcD2BsIr69L8QdH7GrcqikCxsaVIxp5zdkWTo53TjNllMynFKRgmx/u+0burGvtCO9R009y' +
    'GgQ2DfQijdyvnhxOMgQNde7vzF6PhbSJ+gYUCHjumoyEFclngJFwLPZOhbB4eJFAx4TGendtvIch1Pq18jPqOOd8aA3a79qfYkXgQhNw0whV+5' +
    'qrwLqcBfLuoHwD2kKpmGdm/kPF1o0V0bq1eG5DMJ3GkoP/079Ze9cr6N6dj/ziQt4RdDxEtICb6DD6bgCyVKZk7xipZEgku8b5Qv4srDOFhVuK' +
    'CNVCW87IhXv9CZGoFSTLAqYM/lhhRAna6tkYFQixao74LYZVxc7EMClXtKGivdTS1xUFyBfaORa0RnD6hROEYHNFd1/xlAyrd4S+ydkBDV4Hqt' +
    'GIdfOjjx9nPTTp0lLNjbCsCz1hu+h0rbBQgZNwIvxcmTz3lDV2/CJIyT92riVBliBzst9yGrikZtKZthNEXXV2ISnTS5x4G1uLC0rcWrFg231+' +
    '+BqL2wEAN0IW0MqIZb1R5t6P98YQB39zpadGYmivY806kLdK3zTVz5FZdtLjx8rZW6dbIyR9jbVj2+A4HjHqi5a2LN0CxJZ29rPhWlOosgoo84' +
    'eEms6ybA02MMCRIv8In65rEFHj4oGDEQSttRoqj2kdPzHHFAU/Dx+XJsN6yIFUYhaQ6XpCYkCqgJ1KjJZVIMQYcYghCVsEOsg6/bxWLCcXbRaw' +
    '+S3OxOkNQ6fSYzxT+sNtmujzzPd2C2wh3lks+xtuLNWq+RvOinKIUP5e2SszVnRdU2fiouGOb4i+4C/Hl6Td31VYw/aoMRrxdkOeODKxQ1eOfN' +
    '8b363G+69tCAPI0e/pEZL6RXY/C7YCco4XGkR88R3txKF+OqJyJI6BEsTi6YtWJ6AiHHnvGJLu2aujQ31rF3/B0nNELDHTYL6SIVVM6PsME923' +
    'aWyIMg9JlerL5KS6yb2rQkai4lReHDiao4guDK3grpTZhGr53RdbSp7Hl0YzgWKf4E1VAytflbKU2BBBLopZR1+jhRnJHVzcQlEnC9kiqwaIYd' +
    'w9imdipHSs9vnNahaUv+/7Vr5/Gw6MKEFXLuk5mWSi8RInUrtnqZN8BAunoOx1ZAbjYpA+bX9boMoPent5h2ET2dPHLFODUlYTAWMOr7OPdKx5' +
    '8EiZcm7ajIQis5sWCrSQr8uDWbMUCrh0Gz2wSbioBaH/s8vhGWpz7ehUsZ19X8i0xIE7Z8yW8zHDsXCT74s8ODSfheuiCHiYVCzdIJrYxDRhtD' +
    'qtzkEBqSAAAAGWf5YgABgwnQDwAAfi5pez4wDYsCAAAAAAFZWg==',
)

/** `varied`, preset 9e, SHA-256. */
export const xzSha256 = bytes(
  '/Td6WFoAAArh+wyhAgAhARwAAAAQz1jM4AfPA/RdABkNgvkPKkI7OuOxKKrDU4kKfz8Rt7wFtAhFkPCvH50T8W5ypTjAAshUaqy5L1YMlRerTp' +
    'PJI6a6+gzLO7C/TYiNQYHJTiGQA2HbLnh1uPci7uVEC1kKI3Ktp9vsEseH9M/gZI2oxIfFtB4WiPYK9E9Oy9pLlHjm993RDSGFZh0H//7weYET' +
    'NKkgtlWcnBoKBX55OVyNm7eJKL+G9RXa7NwaTB9si2dA6M0nBR9jFlV1adEG0hpdCEcUrsQ44QgI2eGyslNOfFEcb4JbZaotZ/i6Zk3csc/Jqu' +
    'wd5ncRnKJY6dPjpsRG7tbvYtD5gh9HCNLjirgYtGAx97BD9kHm+HmKtebs10K+r0QMjBhig6b+ogOZ2oArJJ2nF3WjWh+UfO0kqka/yxgnLtVF' +
    'HVn2e5eArada2jtzjr+UobPPQsTSvpVGKVKpwdWKzvMcUVUUctNgUR8POqDvkpxnxjt6oLtO7+6Bh/Kfmoy+hz2rToALm15PzmHItl0cruWQ0k' +
    '4Q0mHodolHB7haio+Wwi1ykpdpX+ciSbk/0uWX30xW62obc8i09y834U1hTzCJBKx7DIQSB6CS3QDtdLoLlXfECXSgeP2d8vUN5QGJ3bJMihFO' +
    '9+Wnve/6ju4AzP7ZeGS/kXj9ntGCHjEFH/gxxNc9hr/Ti1r6XBkCQCWh1R0nzfFD9PiNIkC3Zu4r33hFyqlNwuoKNmjsvfFfJlmHiWmgVRwb1J' +
    'Ap30aRXR6NBIf/0Vx+v0oEEhCIUTv4/ArSi+mDKqz7U3f6O6behHIqvkXRtz7vmQMiCIFAql+fDlJWiwVs8FtVhGjVsOye+vmNMDo6rIiyNiwY' +
    '3C07t3Ztx7RjJt713EqyRaB9f5BB5Ca7/eF5iixJMeASJ3GVAzeCO+YqfbVprlpY7atTBO0ITiv7e4sl9T+0AplTNcWzDf6xrLNtGugTNYf4Wt' +
    'Kdp9Q5gQIjIWj9kUD8Em/K7xkpkUAdq/EkMdVM4L7W1Ve27SxfQJ7su8bwr4CeVCExMIk6vxZ9i7Zm4p094hNjBMH25XlUSFbEq4xSa67VJiwn' +
    'mIk843FS+5j7K2O0MckrB7AZ1Iq5YLeRATdDlQ4JpP2pSNzT9UXnTmO+RqPD1qeb3Swf2eV2/FqE07PfnGFJ+878QerWOZalboRGtiqbI95uIc' +
    'fbYIpyblZPPWT8CSBfg2DtlFihYoSclKq7Ldtr8Rq9oiq4FmNeZvFwzM0UTJoc5Xf/SyCVfJ2CnIiyFeJhllKdN+IkgTDm0NXB991zW4emQu3b' +
    'qxOmn4Y5Bxf68EzdlJrPPqvyji+CDSuG8pKwxX369zuz86lU2eioBHyNG/0gK0Jids7bJ4sAXzS7YSruAs0o7pMbAl45QkZ0qYAPPMlpAo/slQ' +
    'doUSUAAagI0A8AADvyYiu26d8cAgAAAAAKWVo=',
)

/** `text` in blocks of 700 bytes, no checksum. */
export const xzBlocks = bytes(
  '/Td6WFoAAAD/EtlBAgAhARYAAAB0L+Wj4AK7ACtdACIZSCdTGbIJMV0iWab2DxPndfzpjucAhkBa7RJw+6mZF/95PvoWNyo14AAAAAIAIQEWAA' +
    'AAdC/lo+ACuwArXQA3GUAEIkyfd7bW4OUNXN13e4L3uZbdNFomkncSIKWr+JgAjMp8Sm6jz+AAAAACACEBFgAAAHQv5aPgAkMAKl0AEB0JBrPg' +
    'kRYWxRH/DrKMzZ3U1nS6Dqc+S7Hp2HK6EpWONXZ6hTizOAAAAAAAAAM/vAU/vAU+xAQA+bmChA3TVjcDAAAAAABZWg==',
)

/** `varied` with other contexts: lc=1, lp=2, pb=4. */
export const xzContexts = bytes(
  '/Td6WFoAAATm1rRGAgAhAQAAAAA3J5fW4AfPBJHHABkNgqNMGY31VpwZNyTWnTqH9Ms2Iaf5KoTyaLrJ7WY1Q+FjQp5RqkunQD0XHWzyP/N8uJ' +
    'CtFP1gEdtKgV2HMAayfISYGFvTQle1MWWtxCJeOropBkpDh2BcHUzUdUoCZSO0icBoRicrwMwnRXNb97Ob5N+/U66R2tTxf2jUvvOmKc6muVkH' +
    '8MyDwvrP9mX17rUQwp0z477ojmmo121McrWKtlQ0Dr93xwnyZY1XiYWSCJck4FhaGOazaef80TLgVXqzMgHdKzPvDjSxGmU60FExgfJsmK1OMT' +
    'deQCpGn62vsRgXv6RnfiV5hWRZitKEefTC73z/d/lQC9XmC4ZemsI7ZtxTMMCFP3e01+hXkqYhdnm/hPCeR0LveWMfw80YG9C0NcqPJY5KECEU' +
    'sbJasi6RS1VkjlFUw3yeDE42C0baMhkDzVqKRVJexnnNQknxyrSokVF2ioC2NpbVlHFqgfxlXILzJ4M/Ugi/1sqRaJYLWZcZFqHNC22o0GaZCP' +
    'lh4avOUG62Q8dLrKC6VAMU7s0vIvyq4nKd0Mgej4reKhbNvyvrmCDymHpoCdAsWix6toOJceZXdGrV/Hip0Q5fe4orOBhb2U+5SlMdGKkuu1QV' +
    'AL+nRXb5oJG4Ydfjz0gIpdn2ie10j2Ke4L4jeGnYNreTKjP2B5DS3MrYyukZ227KcRFGWX2okuItOckclQGfuWvnt07lUsdNWKeYzn+Yk4qqwJ' +
    'mzC1Ex9t+PWeNku81XmHp8lQDcY69lYJTLpDSoOS7MemANR5vA3zR47ezjP8pZrVnR6APwyucKCS/29nTkA6oJ6fIwIbU5QHl5UWxD3Ws9eZTc' +
    'oDwQEbWm6crXIxIYtmXHPQupfMWCQ/UGIuMd6I2URIh9AbE7pO31TK7jfGYJ3KNx8RM79KxNtKPq2MqpdalTBpCqN/2PPnBlQe0rsN/kqqYQea' +
    'fub3JVRZmVM+Siwqt8Z0d3Zd/JrWkGTgnrnX+cKnhwk7jUmEInZ/8XdmkaVx1BMaxXxV7kV3t3U7YhL3X2SfCg47lsvhfOwObU3bZ7VQvupjxt' +
    'D93vr9SFjwHiVsipvVxVLYU5TMk28w28QkXXl4gOjVVZq5IK6MePQcmvDBQY1Hus7a18tOcGMyOLBn9dCBoDmCCY49Q4P1tABEWBSHc9xJ7yUw' +
    'SbVw4Z/HDUjTuuEPKX56VXUdJhoXcIbnOpq6TEwl6rtT1YoiS7ryxxDStwmOIgU72zq6GxHXh2UUSgZ2H6AO/2h5hg+pJ66i2rjJ4Lbhic0L0o' +
    '8OEyzevUTe7hYzph7zeJ/DgsdwPJvIk/9lcrIV+E8XBMqK935c+4nS0A1LS8yv8qlWp4Fj4goEgLzZ87B5OatqC1n64quIi7vHk2P6ez6VdzN5' +
    'pUWbXR/tYgwNTBlPcb2U5DJUkIffCx+Ze1J3PlTASi2/zPDStCMA8u2wmAO2TW+M+h2KqJafpZ0fUdTaRxNUWPbsRD4p95PHtbt13VvAQzmUty' +
    'F1UKgni4ChZxQgssDVR7xiKxh0cx1rEMB6JNUkMnQgh+FPLg4OGLG3ImK6wwAAAAAEIBXHG9REErAAGtCdAPAAA4Ss9GscRn+wIAAAAABFla',
)

/** `text` as a/letter.txt, "second" as b.txt, nothing as empty.txt, packed together by LZMA2 behind a filter for x86 code. */
export const sevenZipSolid = bytes(
  'N3q8ryccAATff9YnwgAAAAAAAAAWAAAAAAAAAHymqwLgB8EAOF0AIhlIJ1MZsgkxXSJZpvYPE+d1/OmO5wCGQFrtEnD7qZkX/3k++hZGOA4Ct1' +
    'IM+1kmr8vmECwmwQ8A4ACmAHpdAACBMweuD9Hy+/1Au5RkHH7rYmP2uZeSKuIv28GABdfoTNh5wlsnMpYXQ3hkp9v0r2sU/Sdb3t2JIuaxgqp3' +
    'PYDNzVtVH3FTLmI/YFrB30jrDZ/+0RuCyVlmPgCROimUrEHb6lVFzhKvuA/krLBjht3w1zCReTEIAAAAABcGQAEJgIIABwsBAAEhIQEYDICnAA' +
    'A=',
)

/** `text` as a.txt, by LZMA. */
export const sevenZipLzma = bytes(
  'N3q8ryccAARKz6SmkAAAAAAAAAAUAAAAAAAAALSCTm0AIhlIJ1MZsgkxXSJZpvYPE+d1/OmO5wCGQFrtEnD7qZkX/3k++hZGOA4Ct1IM+1k7a+' +
    'r//+5WYADgAFAAT10AAIEzB64P0YkKnKCQoHew/pOH4aofJ2otXXH9FMG/qxbrANH7S4JDu9Ii3ImDWmhJus378ZOotek1yGBZBdQqByj9lJw5' +
    'l6bGURggJAAAAAAXBjkBCVcABwsBAAEhIQEYDFEAAA==',
)

/** `text` as a.txt, by bzip2. */
export const sevenZipBzip2 = bytes(
  'N3q8ryccAATENpPXrgAAAAAAAAAUAAAAAAAAAFBbp1dCWmg5MUFZJlNZds+roQABK5eAQAUEEBAAImWcACAAkCmAAmgmqpPUepkNlPFDuhzQ1U' +
    'OqGaGKHmhmqHNDFDuhqh8obobocUPdDVDih9oaocUOqG6hmh6oYofxdyRThQkHbPq6EAEARAEEBgABCWUABwsBAAEDBAICDIe8AAgKAbC4UvUA' +
    'AAUBEQ0AYQAuAHQAeAB0AAAAFAoBAKAmZ6B8e90BFQYBACCAgIEAAAAXBmUBCUkABwsBAAEhIQEYDEUAAA==',
)

/** `text` as a.txt, deflated. */
export const sevenZipDeflate = bytes(
  'N3q8ryccAARXPWSyfQAAAAAAAAAUAAAAAAAAAMnB2yxzSU0sUvBKzEtVCMpP1VEoycgsVgCiRIWc1JKS1CI9BZdRBaMKRhWMKhhVMKpgVMFgUg' +
    'AAAQBEAQQGAAEJNAAHCwEAAQMEAQgMh7wACAoBsLhS9QAABQERDQBhAC4AdAB4AHQAAAAUCgEAIGtroHx73QEVBgEAIICAgQAAABcGNAEJSQAH' +
    'CwEAASEhARgMRQAA',
)

/** `text` as a.txt, by Zstandard. */
export const sevenZipZstd = bytes(
  'N3q8ryccAASsWx44iAAAAAAAAAAUAAAAAAAAAKr2TdcotS/9AFhVAQAUAkRlYXIgSmFuZSBSb2UsIHRoaXMgaXMgYSBsZXR0ZXIuIAEAwZz86g' +
    'kBAFABBAYAAQkzAAcLAQABJAT3EQEFAQUDAAAMh7wACAoBsLhS9QAABQEZAwAAABENAGEALgB0AHgAdAAAABQKAQAgUnCgfHvdARUGAQAggICB' +
    'AAAAFwYzAQlVAAcLAQABISEBGAxRAAA=',
)

/** `text` as a.txt, by PPMd. */
export const sevenZipPpmd = bytes(
  'N3q8ryccAAT+OdyLfQAAAAAAAAAUAAAAAAAAAK0x0ZAARCM5+SgNULDc3qgvo7vHnSGidYYIHgctAsD+0musBowAAAAAAAAAAAAAAAEATAEEBg' +
    'ABCSwABwsBAAEjAwQBBwYAAAABAAAMh7wACAoBsLhS9QAABQERDQBhAC4AdAB4AHQAAAAUCgEA4Ep0oHx73QEVBgEAIICAgQAAABcGLAEJUQAH' +
    'CwEAASEhARgMTQAA',
)

/** `text` as a.txt, by LZMA2 behind differences. */
export const sevenZipDelta = bytes(
  'N3q8ryccAAQeGI1XkgAAAAAAAAAUAAAAAAAAAEYBcvzgB7sAN10AIghbgRWxUUFlcVohMXGaQWrqMXfvOpKB45PTQk7Og3jAHMgGGDF2/3mFp0' +
    '6kJRuezdG8NtgAAADgAEwAS10AAIEzB64P0ePZhKCKabC54Uq7/dHx6vufeELl8YO3JV0pRm5iTgOts58vKk1ZWwknI8lkhQeJBHwQhiEiLaO3' +
    '1tc5Gf0rWvL+AAAAABcGPwEJUwAHCwEAASEhARgMTQAA',
)

/** `text` as Jane Roe.txt, encrypted. */
export const sevenZipLocked = bytes(
  'N3q8ryccAARp10ehuwAAAAAAAAAUAAAAAAAAADmj1a22N+jPYBnUAG/jH17UV9M4XxGrOcReAzS+XSNdgiDwwRfqoUHcwUNjKoT8UaLa0GfoUN' +
    'kIZkY7IcJAhizq/QnQAQB2AQQGAAEJQAoBT0k+ngAHCwEAAiQG8QcBElMPIDyBuXyBNPhVDO6YzhCY7iEhARgBAAw7h7wACAoBsLhS9QAABQEZ' +
    'AQARGwBKAGEAbgBlACAAUgBvAGUALgB0AHgAdAAAABQKAQAwOJGgfHvdARUGAQAggICBAAAAFwZAAQl7AAcLAQABISEBGAx3AAA=',
)

/** `text`, encrypted with its name. */
export const sevenZipAllLocked = bytes(
  'N3q8ryccAASGxhEjsAAAAAAAAAAoAAAAAAAAAMDnCDuXmMTkeAwjWMrMk/DZNhpNTHo+m/ENj0R47uMK2h9/TCGsAOPKs68bgjA+YbXDh3MlV7' +
    '9HLqdyUe0opT1TjH9wmufaWg9eDTNPHpEAZQeyc0NQe55PgM/oaL0QVZ+KTzmuT5G+kiIieKEZGhlciJNTUEBUuOMOQnlipAVREkplkxA2YjDP' +
    '5qBBtjAoTMJ+JluYLCss4Scy4D5+vwBNjLjGA233TzWg1murfLmICBX+9xcGQAEJcAAHCwEAASQG8QcBElMPhyT4Gt4tAUWWMOvgdQqBggxpAA' +
    'A=',
)

/** 24 MiB of zeros as bomb, then "after" as b.txt, together by LZMA2. */
export const sevenZipBomb = bytes(
  'N3q8ryccAATJqeZSDQ8AAAAAAAAVAAAAAAAAAJDGsrz//xEBbF0AAG/9//+jt/9HPkgVcjlhUbiSKOajhgf57uQegtMvxTo8AUuxfsmKik0vow' +
    '3Zf6bjjCMRU+BZGMV1iuJ3+LaUfwxqwN50SWTi6VxTsgTY90QMq18NbUbp5cN2iLeWV6y2TeFpHW/7S4gQbELLiD9cAI/QTq8mKJRxHz2PJOFw' +
    'nqcjX+woy4XRlZiKfiqR8id19xnABphNmP3Yr9WQD8QlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarf' +
    'z7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlU/j1kTYxBaWw' +
    '7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS8SCfmWJ//EAErAOxzU6' +
    'f9vq58MRqft40xbnCepyNf7CjLhdGVmIp+KpHyJ3X3GcAGmE2Y/div1ZAPxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1gHbrOsScYXFmG6WZSWL7p' +
    'dqxZ5OVbBQj5x9qt/PtSK3TNHlsgQvndUz34KWQJO4DLKmzftTvwxL0uX6oPPktmQpATDv8Qk/hxeFn4C83/lShGD6n8fN77mjAuVsCPhfODgc' +
    'BlxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1gHbrOsScYXFmG6WZSWL7pdqxZ5OVbBQj5x9qt/PtSK3TNHlsgQvndUz34KWQJO4DLKmzftTvwxL0u' +
    'X6oPPktmQpATDv8Qk/hxeFn4C83/lShGD6n8fN77mjAuVsCPhfODgcBlxCVRDz+yn/8QASsA7HNTp/2+rnwxGp+3jTFucJ6nI1/sKMuF0ZWYin' +
    '4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1T' +
    'PfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVP49ZE2MQWlsO5vwXBNRwzRkRGqrW' +
    'Adus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYP' +
    'qfx83vuaMC5WwI+F84OBwGXEJVEPP7Kf/xABKwDsc1On/b6ufDEan7eNMW5wnqcjX+woy4XRlZiKfiqR8id19xnABphNmP3Yr9WQD8QlU/j1kT' +
    'YxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQ' +
    'Ew7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+c' +
    'farfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlUQ8/sp//' +
    'EAErAOxzU6f9vq58MRqft40xbnCepyNf7CjLhdGVmIp+KpHyJ3X3GcAGmE2Y/div1ZAPxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1gHbrOsScYXF' +
    'mG6WZSWL7pdqxZ5OVbBQj5x9qt/PtSK3TNHlsgQvndUz34KWQJO4DLKmzftTvwxL0uX6oPPktmQpATDv8Qk/hxeFn4C83/lShGD6n8fN77mjAu' +
    'VsCPhfODgcBlxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1gHbrOsScYXFmG6WZSWL7pdqxZ5OVbBQj5x9qt/PtSK3TNHlsgQvndUz34KWQJO4DLKm' +
    'zftTvwxL0uX6oPPktmQpATDv8Qk/hxeFn4C83/lShGD6n8fN77mjAuVsCPhfODgcBlxCVRDz+yn/8QASsA7HNTp/2+rnwxGp+3jTFucJ6nI1/s' +
    'KMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM' +
    '0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVP49ZE2MQWlsO5vwXBN' +
    'RwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4Wf' +
    'gLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVEPP7Kf/xABKwDsc1On/b6ufDEan7eNMW5wnqcjX+woy4XRlZiKfiqR8id19xnABphNmP3Yr9WQ' +
    'D8QlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll' +
    '+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6Xas' +
    'WeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZc' +
    'QlUQ8/sp//EAErAOxzU6f9vq58MRqft40xbnCepyNf7CjLhdGVmIp+KpHyJ3X3GcAGmE2Y/div1ZAPxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1g' +
    'HbrOsScYXFmG6WZSWL7pdqxZ5OVbBQj5x9qt/PtSK3TNHlsgQvndUz34KWQJO4DLKmzftTvwxL0uX6oPPktmQpATDv8Qk/hxeFn4C83/lShGD6' +
    'n8fN77mjAuVsCPhfODgcBlxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1gHbrOsScYXFmG6WZSWL7pdqxZ5OVbBQj5x9qt/PtSK3TNHlsgQvndUz34' +
    'KWQJO4DLKmzftTvwxL0uX6oPPktmQpATDv8Qk/hxeFn4C83/lShGD6n8fN77mjAuVsCPhfODgcBlxCVRDz+yn/8QASsA7HNTp/2+rnwxGp+3jT' +
    'FucJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH' +
    '2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVP49ZE2MQ' +
    'WlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO' +
    '/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVEPP7Kf/xABKwDsc1On/b6ufDEan7eNMW5wnqcjX+woy4XRlZiKfiqR8id19xnABp' +
    'hNmP3Yr9WQD8QlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps' +
    '37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhu' +
    'lmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbA' +
    'j4Xzg4HAZcQlUQ8/sp//EAErAOxzU6f9vq58MRqft40xbnCepyNf7CjLhdGVmIp+KpHyJ3X3GcAGmE2Y/div1ZAPxCVT+PWRNjEFpbDub8FwTU' +
    'cM0ZERqq1gHbrOsScYXFmG6WZSWL7pdqxZ5OVbBQj5x9qt/PtSK3TNHlsgQvndUz34KWQJO4DLKmzftTvwxL0uX6oPPktmQpATDv8Qk/hxeFn4' +
    'C83/lShGD6n8fN77mjAuVsCPhfODgcBlxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1gHbrOsScYXFmG6WZSWL7pdqxZ5OVbBQj5x9qt/PtSK3TNHl' +
    'sgQvndUz34KWQJO4DLKmzftTvwxL0uX6oPPktmQpATDv8Qk/hxeFn4C83/lShGD6n8fN77mjAuVsCPhfODgcBlxCVRDz+yn/8QASsA7HNTp/2+' +
    'rnwxGp+3jTFucJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rF' +
    'nk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXE' +
    'JVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg' +
    '8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVEPP7KACzcADADTF73l3OewuchErgAA4ABuAGRdAACBMweuD9XKaaVX' +
    'JNP+s3AWsYC+Y+fiHozLurjVFMkVdpL0a5zgdncE9infVR1CpdtX8LywXeGQNFiyUfbPFRII/DEFOxmGvZf+dwrKtzQxuEkThsG7gcwvlj0FRd' +
    'KEEaROAAAAFwaOoQEJbAAHCwEAASEhARgMbwAA',
)

/** `varied`, by LZMA alone, its size not stated. */
export const lzmaAlone = bytes(
  'XQAAgAD//////////wAZDYL5DypCOzrjsSiqw1OJCn8/Ebe8BbQIRZDwrx+dE/FucqU4wALIVGqsuS9WDJUXq06TySOmuvoMyzuwv02IjUGByU' +
    '4hkANh2y54dbj3Iu7lRAtZCiNyrafb7BLHh/TP4GSNqMSHxbQeFoj2CvRPTsvaS5R45vfd0Q0hhWYdB//+8HmBEzSpILZVnJwaCgV+eTlcjZu3' +
    'iSi/hvUV2uzcGkwfbItnQOjNJwUfYxZVdWnRBtIaXQhHFK7EOOEICNnhsrJTTnxRHG+CW2WqLWf4umZN3LHPyarsHeZ3EZyiWOnT46bERu7W72' +
    'LQ+YIfRwjS44q4GLRgMfewQ/ZB5vh5irXm7NdCvq9EDIwYYoOm/qIDmdqAKySdpxd1o1oflHztJKpGv8sYJy7VRR1Z9nuXgK2nWto7c46/lKGz' +
    'z0LE0r6VRilSqcHVis7zHFFVFHLTYFEfDzqg75KcZ8Y7eqC7Tu/ugYfyn5qMvoc9q06AC5teT85hyLZdHK7lkNJOENJh6HaJRwe4WoqPlsItcp' +
    'KXaV/nIkm5P9Lll99MVutqG3PItPcvN+FNYU8wiQSsewyEEgegkt0A7XS6C5V3xAl0oHj9nfL1DeUBid2yTIoRTvflp73v+o7uAMz+2Xhkv5F4' +
    '/Z7Rgh4xBR/4McTXPYa/04ta+lwZAkAlodUdJ83xQ/T4jSJAt2buK994RcqpTcLqCjZo7L3xXyZZh4lpoFUcG9SQKd9GkV0ejQSH/9Fcfr9KBB' +
    'IQiFE7+PwK0ovpgyqs+1N3+jum3oRyKr5F0bc+75kDIgiBQKpfnw5SVosFbPBbVYRo1bDsnvr5jTA6OqyIsjYsGNwtO7d2bce0Yybe9dxKskWg' +
    'fX+QQeQmu/3heYosSTHgEidxlQM3gjvmKn21aa5aWO2rUwTtCE4r+3uLJfU/tAKZUzXFsw3+sayzbRroEzWH+FrSnafUOYECIyFo/ZFA/BJvyu' +
    '8ZKZFAHavxJDHVTOC+1tVXtu0sX0Ce7LvG8K+AnlQhMTCJOr8WfYu2ZuKdPeITYwTB9uV5VEhWxKuMUmuu1SYsJ5iJPONxUvuY+ytjtDHJKwew' +
    'GdSKuWC3kQE3Q5UOCaT9qUjc0/VF505jvkajw9anm90sH9nldvxahNOz35xhSfvO/EHq1jmWpW6ERrYqmyPebiHH22CKcm5WTz1k/AkgX4Ng7Z' +
    'RYoWKEnJSquy3ba/EavaIquBZjXmbxcMzNFEyaHOV3/0sglXydgpyIshXiYZZSnTfiJIEw5tDVwffdc1uHpkLt26sTpp+GOQcX+vBM3ZSazz6r' +
    '8o4vgg0rhvKSsMV9+vc7s/OpVNnoqAR8jRv9ICtCYnbUTEPF9d//Qf/aAA==',
)

/** `text`, by LZMA alone, its size stated. */
export const lzmaSized = bytes(
  'XQAAgAC8BwAAAAAAAAAiGUgnUxmyCTFdIlmm9g8T53X86Y7nAIZAWu0ScPupmRf/eT76FkY4DgK3Ugz7WTtr6v//7lZgAA==',
)

/** `varied`, as lzip packs it. */
export const lzipVaried = bytes(
  'TFpJUAEQABkNgvkPKkI7OuOxKKrDU4kKfz8Rt7wFtAhFkPCvH50T8W5ypTjAAshUaqy5L1YMlRerTpPJI6a6+gzLO7C/TYiNQYHJTiGQA2HbLn' +
    'h1uPci7uVEC1kKI3Ktp9vsEseH9M/gZI2oxIfFtB4WiPYK9E9Oy9pLlHjm993RDSGFZh0H//7weYETNKkgtlWcnBoKBX55OVyNm7eJKL+G9RXa' +
    '7NwaTB9si2dA6M0nBR9jFlV1adEG0hpdCEcUrsQ44QgI2eGyslNOfFEcb4JbZaotZ/i6Zk3csc/Jquwd5ncRnKJY6dPjpsRG7tbvYtD5gh9HCN' +
    'LjirgYtGAx97BD9kHm+HmKtebs10K+r0QMjBhig6b+ogOZ2oArJJ2nF3WjWh+UfO0kqka/yxgnLtVFHVn2e5eArada2jtzjr+UobPPQsTSvpVG' +
    'KVKpwdWKzvMcUVUUctNgUR8POqDvkpxnxjt6oLtO7+6Bh/Kfmoy+hz2rToALm15PzmHItl0cruWQ0k4Q0mHodolHB7haio+Wwi1ykpdpX+ciSb' +
    'k/0uWX30xW62obc8i09y834U1hTzCJBKx7DIQSB6CS3QDtdLoLlXfECXSgeP2d8vUN5QGJ3bJMihFO9+Wnve/6ju4AzP7ZeGS/kXj9ntGCHjEF' +
    'H/gxxNc9hr/Ti1r6XBkCQCWh1R0nzfFD9PiNIkC3Zu4r33hFyqlNwuoKNmjsvfFfJlmHiWmgVRwb1JAp30aRXR6NBIf/0Vx+v0oEEhCIUTv4/A' +
    'rSi+mDKqz7U3f6O6behHIqvkXRtz7vmQMiCIFAql+fDlJWiwVs8FtVhGjVsOye+vmNMDo6rIiyNiwY3C07t3Ztx7RjJt713EqyRaB9f5BB5Ca7' +
    '/eF5iixJMeASJ3GVAzeCO+YqfbVprlpY7atTBO0ITiv7e4sl9T+0AplTNcWzDf6xrLNtGugTNYf4WtKdp9Q5gQIjIWj9kUD8Em/K7xkpkUAdq/' +
    'EkMdVM4L7W1Ve27SxfQJ7su8bwr4CeVCExMIk6vxZ9i7Zm4p094hNjBMH25XlUSFbEq4xSa67VJiwnmIk843FS+5j7K2O0MckrB7AZ1Iq5YLeR' +
    'ATdDlQ4JpP2pSNzT9UXnTmO+RqPD1qeb3Swf2eV2/FqE07PfnGFJ+878QerWOZalboRGtiqbI95uIcfbYIpyblZPPWT8CSBfg2DtlFihYoSclK' +
    'q7Ldtr8Rq9oiq4FmNeZvFwzM0UTJoc5Xf/SyCVfJ2CnIiyFeJhllKdN+IkgTDm0NXB991zW4emQu3bqxOmn4Y5Bxf68EzdlJrPPqvyji+CDSuG' +
    '8pKwxX369zuz86lU2eioBHyNG/0gK0JidtRMQ8X13/9B/9oAGWf5YtAHAAAAAAAAFgQAAAAAAAA=',
)

/** `code`, behind differences to the third byte before and a filter for x86 code. */
export const xzFiltered = bytes(
  '/Td6WFoAAATm1rRGAwIDAQIEACEBFgAAY5+3QuACzwIFXQB0ATwBiFgJtOOFwRHFfLdWMUw2V1nXt/M39XRCz2qxpmL0slUGvz1K7OKhNLZ898' +
    '7YO+3hBeBHBUbZnW3GQYHRYTIeGS9ut0iaUZnz5YiGlcybEnfpiS5ZZd/VK9I/p/v9DACc30eERVYlLVs+zyFjVMUVTutd3DEFra7VwmLsAP52' +
    'EPCbQgSJXebkxpCi3oUzhA+W5nDzCTJYGArSua1NJMGnoS5fz/avpdvbJCMRPgRbzl4jVvJpDkr4KgXVAkL94eunfsEDKcWT+u4qWE34aJ1Fb6' +
    'E5fxFUKycxNH/GXvnRWXuz/bnzwk5FjM7WULq8hixNOeFZ6UnnbseGCBspJO231a0aMVKuEsyuJAq1X9fqeIyB8x5btyS3OubmVeRis8/tIHt6' +
    'sxudIM0e79t7Fq93UdEof05Ztsy71AxKBawYzrsIAiz+hUqQFUwhXdihxixw5MD5CxJSlgxcXnze34AZoL4STxgLD9JvswqzuWZ0tajXZMuuap' +
    'RcxLlvtKXXnn4GCKwsBwh7tzDVscwCaNS2sTbqIrhiRDB5qTypiL7Ocma1T/2NZfsX4nJtJWnbmiyBo3PiAgxqWflpAfHcL4iz44bTBrKZskl2' +
    'Wl4vJ009/gNyz8VYbDYyHRCESs+xmRn21KJ8J4MmtpFY3Sh6RjG+9gG4QfakOnoeD/tyza7tKlmMAAAAABRbP/yxYOYlAAGlBNAFAAAyiZtfsc' +
    'Rn+wIAAAAABFla',
)

/** One byte, behind a filter for ARM code. */
export const xzArm = bytes('/Td6WFoAAATm1rRGAgEHACEBFgCj9KGZAQAAeAAAAABFru+D+O4WCgABGQGlLIHMH7bzfQEAAAAABFla')

/** What opens the locked ones below. */
export const password = 'schlüssel'

/** `text` as a.txt, deflated, and "second" as b.txt, stored, under AES-128; by pyzipper 0.3.6. */
export const zipAes = bytes(
  'UEsDBBQAAQBjAPahd10AAAAASAAAALwHAAAFAAsAYS50eHQBmQcAAgBBRQEIAIoDJ7meJPBpqTipw/Ljv2fy48MrskMDx0J0Nh/gS/KX22w2eS3g5+' +
    'VAWyakSX2hS0JkjutpOmm0pbYo2BwlEofX/Q7J+7XkNFBLAwQUAAEAYwD2oXddAAAAABoAAAAGAAAABQALAGIudHh0AZkHAAIAQUUBAABs+yToQLCx' +
    'I7E0CDDtVeYFBDLvFPUx4gkfY1BLAQIUAxQAAQBjAPahd10AAAAASAAAALwHAAAFAAsAAAAAAAAAAACAAQAAAABhLnR4dAGZBwACAEFFAQgAUEsBAh' +
    'QDFAABAGMA9qF3XQAAAAAaAAAABgAAAAUACwAAAAAAAAAAAIABdgAAAGIudHh0AZkHAAIAQUUBAABQSwUGAAAAAAIAAgB8AAAAvgAAAAAA',
)

/** The same under the traditional encryption; by Info-ZIP 3.0. */
export const zipTraditional = bytes(
  'UEsDBBQACQAIAPehd12wuFL1QAAAALwHAAAFAAAAYS50eHTuH91nvZHNzmuTCYeuUxFhzghmGqzKkBma9OfOg06tEJKnlwsNjsnp34VdfTdNgCJ21o' +
    '4Rb7ISBIQLQibsY55QUEsHCLC4UvVAAAAAvAcAAFBLAwQKAAkAAAD3oXddaREfthIAAAAGAAAABQAAAGIudHh09hv//bH0f/hpveFlgdn79GmhUEsH' +
    'CGkRH7YSAAAABgAAAFBLAQIeAxQACQAIAPehd12wuFL1QAAAALwHAAAFAAAAAAAAAAEAAACkgQAAAABhLnR4dFBLAQIeAwoACQAAAPehd11pER+2Eg' +
    'AAAAYAAAAFAAAAAAAAAAEAAACkgXMAAABiLnR4dFBLBQYAAAAAAgACAGYAAAC4AAAAAAA=',
)

/** The same in a 7z; by py7zr. */
export const sevenZipPassword = bytes(
  'N3q8ryccAAQNGRtMxgAAAAAAAAAWAAAAAAAAAM0pQOMxfx5MMaGVyMTbyucvlEwZPxIss/OsYKOetGh0rsf6R01y0RACOdkDUjT75/tFKX8fSsXJeS' +
    'OhVLogIvTKCmAZ4ACMAH5dAACBMweuD9HzPlnmsgn+Dv/o6B1qOFy6+8+lE89Z2Q9GAIx4l0+5Fsm0+Q6t0IbrvY3mJhAeeglKNYQN1PCN+7BCsaTX' +
    'yqKqu4ROtaaIs2ud0B30R58mA2yT+2jmW4HVKMhGy6FsIbgBKTdVZPrebLiBxPk3RvG/Lkw4HQAAAAAXBkABCYCGAAcLAQABISEBGAyAjQAA',
)

/** The same with a locked list of members. */
export const sevenZipAllPassword = bytes(
  'N3q8ryccAATdwQeH0AAAAAAAAAAqAAAAAAAAAHzUvHEd4pAgacFYZvx1+G33kuAfkYHKmytebovK2sGJOtMI4XnKZz47kBeldP/ctMQPPc2zDwBybG' +
    '679jYhUmhOTHrG/b5tCZrpAAp/eK3zXgDY2AYV3MImsBHVOwZqajco/HnSOSp9SKKs0hxAyt31xmjSY/XBy8gSZ1QYKx/kjhrOwNrcwda9wXySSW7y' +
    '+Eoow7o/fgqDs2Bicx4oI9wes1yjXohkABLgBNL89G3L/9+50MihVKD/7vooivd7pqfFqkhF9zW44wnWBlS84g8w8R29FwZAAQmAkAAHCwEAASQG8Q' +
    'cBElMPtUZFKWB5iMEEJKHnYVy/qAyAjQAA',
)

/** A CD image with Joliet and Rock Ridge: `text` as "Briefe Müller/a letter.txt", "second" as b.txt; by pycdlib, gzipped. */
export const isoJoliet = bytes(
  'H4sIAAAAAAACA+3dYWvbRhjA8edSloQUCmNlCyFNr1kG7Ug92WsL3fpGluVFm20JSSnpq+EkCjG4KTimtFAKebX1O4W92ecp+wKD7U6y2ybp4nbx1t' +
    'b9/2TlTtKjO8kOPFwiySIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEB5NccpK9FnNGzvyyPFKf2al51ldlbm' +
    'i1XzF19u/tz+WJbFYmlRZm0xK0/Pf3Hx6wsyNdxf452KHnvb3c6mvupd0xWnfPN6xak42tvtdfZ1o91t721l/X42Madrzu5WuVz5tuLcqJRvOI6cWO' +
    'EcczKCX9qPHUkH742pQf4XfcbpWP7/6hv/jfP/arFqdf7l5oUi/y8VS0v/lP/PfNRMZ5sieSyebEtXOrJplq+apWumrIgjZbkp1/OanbXZsis9E7dv' +
    '6g1pm33asidbkknfTNl/dozjCyL/g/yPCfLXMP8DAAAAAICJpfL/sdvx/7RcymvVOPDrPu8MAAAAAACTNP4Xe329suN/45Ioxv8AAAAAAEze+H9p8F' +
    'eABblc1Kr5XVqZ7OT3ZDXlT+maKTNrAQAAAADABzr+F/t8HTV45M5lewMA438AAAAAACbLryOfsZ9EM+q3PySOP1EH0caKuu/aOPf+uWK/c8dbTOsL' +
    '6sKgkaOF5y8qXQTpYfTzQbEz6jjUGA5AHsqVIubKdFFOD7cUvcxUS+lG+n3Z9vWs1ZxTslnqP+rbXlcObNDByuBRieoten2aP1lB7N0Vrz236cEtF4' +
    'NeP1NS7XWynUw3fz/sdrPeqyc9VbQ09RbdAwBwws6I3KROJv5/kYL+n+z+RJaLmOXDGVvMHB7L7u6R7P6pkrbu2i+o6Y0hyQMA8AEZ/R07IyPUnfzO' +
    'AbFXD7w2YuGUSwpWR4zI52RTStKXR2YGAADjyv+n5+43yf/fjRh3z0vbZP3uiy9665HRAQB4p/z4uZpLf1FxHEQ/l2/fLrvpmq/j0PtJx0HtB18Hrd' +
    'SPvTW3ZepRHKahFzZs5W5Q8xOdrEdRGKe6HsY6CpNgQ9eDhq+Te0nqN3XiN91WGnhJ1PDdxNde2EpdL9W1IPF0tF5tBMmaH+c7J5HvBfXAc9MgbOkk' +
    'XI89v6RNC/4rgaZL01w9sNWWOYig6cb39N2wsd70tTkcz5xEGhYNDvsKWmapmTdb4uMGACC3n2092NvmfQAA4GNSy9o9/WN7L9Pxg2xV93c7+9q8Xl' +
    'wYpwkggAACCCCAgPcqYBz5/29G3wGBABgBAA==',
)

/** A CD image with Rock Ridge: "second" as "long name of b.txt", and a link; by pycdlib, gzipped. */
export const isoRockRidge = bytes(
  'H4sIAAAAAAACA+3b32rTUBzA8ZOJW52wGyfdhhcH2YUKlqROYXiVnZ66w9IkJKdju5K6dTpcO7EF9UaYN84LH2Iv4hsNH0GTpkW34SYoKN33Q9uTP7' +
    '/zO7+TFEJCKwQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHBUzXU9R8g/NMq3cKI5Z9zslb9FqSSmi03TN37s' +
    'vpl/3BblYq0sSnlTEu+vl2fvzYiJUX+Jfyp+p7b3dp/JO+qurLrew/tVt+pK9eL1bk8Grb1Wd6vd77fHZrrZ7B55XvVB1V2qekuuK85scE85G8GX9r' +
    'LjooP/xrfh9R8AAAAAAIwvZ/CMnft/AAAAAADG+/5f5L+v4wEAAAAAAABj7PDC/9il8ZTz5atIkqvOQbyx6HT8PM7vTBT9Jk5ntPUFZ2aY5GSj9C1n' +
    'rgiaG0UfD5udi+pw/kIB4oOYL2LmJ4t2crSnGGVqpWI37GMvH+tT2Cg7Ym+/+1x2W5223N+Rzyr9t/28hMWDvMfB4vCxifP7JRyeOQOnKghMuFYpKv' +
    'gcNq5lFex2Xw6mfZTHHHV+NWYazDr5sbvS7m+JyVetXu/N9jmHAgBwqenk2Jm2H7Orq4mfesvLnm9XtUwitSYTU3uipQmtTtSqH2bLcRLZSEVBvrBu' +
    'ajqVaTOOo8TKepTIOErNhqybQMt0M7W6IVPd8ENrVBoH2k+1VFFofWVlzaRKxs2VwKSrOhl0TmOtTN0o35oolGnUTJSuyCyD/ikwGzJLVzf5YpgVYR' +
    'p+sinXo6DZ0DIrR2WTsFGRcDSWCbO1xiBthdMNAMBAr721393mOAAAcJl8B0dCPxYA0AAA',
)

/** `text` as a.txt and "second" as b.txt in a cabinet, by MSZIP; by cabarchive 0.2. */
export const cabMszip = bytes(
  'TVNDRgAAAACcAAAAAAAAACwAAAAAAAAAAwEBAAIAAAAAAAAAWAAAAAEAAQC8BwAAAAAAAAAAd11HpQAAYS50eHQABgAAALwHAAAAAHddR6UAAGIudH' +
    'h0ADjYgwM8AMIHQ0tzSU0sUvBKzEtVCMpP1VEoycgsVgCiRIWc1JKS1CI9BZdRBaMKRhWMKhhVMKpgVMFgUlCcmpyflwIA',
)

// Made with bzip2 1.0.8 and xz 5.4.1, which Node does not have, from these texts.

/** Words that repeat. */
export const text = 'Dear Jane Roe, this is a letter. '.repeat(60)

/** Digits that hardly do. */
export const varied = Array.from({ length: 299 }, (_, at) => `${((at + 1) * 2_654_435_761) % 4_294_967_291} `)
  .join('')
  .slice(0, 2_000)

/** Bytes that follow each other many times, and just not often enough to count. */
export const runs = Buffer.from(`${'\0'.repeat(50_000)}abbbbc${'d'.repeat(300)}`)

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

/** One byte, behind a filter for x86 code. */
export const xzX86 = bytes('/Td6WFoAAATm1rRGAgEEACEBFgANhjUfAQAAeAAAAABFru+D+O4WCgABGQGlLIHMH7bzfQEAAAAABFla')

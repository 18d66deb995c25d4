process.stdout.write('Stakes\n')

export {}

process.stdout.write('leaksift\n')

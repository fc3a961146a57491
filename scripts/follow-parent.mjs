// Loaded before a program that another one started: when that one dies, even by kill -9, this one ends in order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

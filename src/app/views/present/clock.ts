const two = (n: number) => String(Math.floor(n)).padStart(2, '0')

/** The time of day, as on a wall: 14:05. */
export function timeOfDay(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** How long something has taken: 12:34, and with hours 1:02:03. */
export function timeSince(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = `${two(minutes)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

export interface Coordinates {
  latitude: number
  longitude: number
}

const degrees = String.raw`(-?\d{1,3}(?:\.\d+)?)`
const shapes = [
  // As map links have it, where the point itself stands before the middle of the map.
  new RegExp(`!3d${degrees}!4d${degrees}`),
  new RegExp(`mlat=${degrees}&mlon=${degrees}`),
  new RegExp(`[@=/]${degrees},${degrees}`),
  new RegExp(`^${degrees}\\s*[,;\\s]\\s*${degrees}$`),
]

/** A point on the earth out of "41.4, 2.2" or a link to a map; null where there is none. */
export function readCoordinates(text: string): Coordinates | null {
  for (const shape of shapes) {
    const found = shape.exec(text.trim())
    if (!found) continue
    const [latitude, longitude] = [Number(found[1]), Number(found[2])]
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
  }
  return null
}

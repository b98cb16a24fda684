/** Where a file lies in the store. */
export function placeOf(file: { readonly tenantId: string; readonly id: string }): string {
  return `${file.tenantId}/${file.id}`
}

export function thumbnailPlaceOf(file: { readonly tenantId: string; readonly id: string }): string {
  return `${placeOf(file)}.thumbnail`
}

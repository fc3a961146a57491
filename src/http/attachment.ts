// Files that leave the system: whatever is in them, no browser may open or run them as a page of this server.
export const asAttachment = (name: string, mediaType = 'application/octet-stream') => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'content-security-policy': "default-src 'none'; sandbox",
})

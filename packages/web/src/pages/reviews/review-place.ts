/** Which review a part of its page is about. */
export interface ReviewPlace {
  readonly projectId: string
  readonly reviewId: string
}

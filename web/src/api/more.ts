interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

export interface More {
  readonly load: () => void;
  readonly loading: boolean;
}

/** The rest of a list that is read page by page; undefined when there is no more. */
export const moreOf = (list: Pages): More | undefined =>
  list.hasNextPage ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage } : undefined;

// "1 day", "3 days"
export const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

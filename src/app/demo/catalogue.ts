// What the synthetic shop sells, who comes and from where. Weights are relative; nothing here is a real person.

export const SHOP_HOST = "shop.demo.example";

export const PRODUCTS = [
  { id: "tea-assam", name: "Assam breakfast tea", category: "tea", price: 890 },
  { id: "tea-darjeeling", name: "Darjeeling first flush", category: "tea", price: 1490 },
  { id: "tea-masala", name: "Masala chai blend", category: "tea", price: 690 },
  { id: "coffee-monsoon", name: "Monsooned Malabar beans", category: "coffee", price: 1190 },
  { id: "coffee-espresso", name: "House espresso", category: "coffee", price: 990 },
  { id: "pot-cast-iron", name: "Cast-iron teapot", category: "ware", price: 4900 },
  { id: "cup-stoneware", name: "Stoneware cup", category: "ware", price: 1800 },
  { id: "kettle-gooseneck", name: "Gooseneck kettle", category: "ware", price: 6900 },
  { id: "gift-box", name: "Tasting box", category: "gifts", price: 3500 },
] as const;

export type Arrival = { referrer?: string; search?: string };

export const ARRIVALS: readonly (readonly [Arrival, number])[] = [
  [{}, 30],
  [{ referrer: "https://www.google.com/" }, 26],
  [{ referrer: "https://www.google.co.in/" }, 8],
  [{ referrer: "https://duckduckgo.com/" }, 4],
  [{ referrer: "https://www.bing.com/search" }, 4],
  [
    { referrer: "https://www.instagram.com/", search: "?utm_source=ig&utm_medium=social&utm_campaign=winter-tasting" },
    8,
  ],
  [{ referrer: "https://www.reddit.com/r/tea/" }, 5],
  [{ referrer: "https://news.ycombinator.com/item" }, 1],
  [{ search: "?utm_source=newsletter&utm_medium=email&utm_campaign=november-letter" }, 9],
  [{ referrer: "https://www.google.com/", search: "?gclid=demo&utm_medium=cpc&utm_campaign=brand" }, 6],
  [{ referrer: "https://chatgpt.com/" }, 3],
  [{ referrer: "https://teablog.example/best-assam" }, 4],
];

/** An address of a large public block per country: only the country is kept of it. */
export const PLACES: readonly (readonly [{ address: string; locale: string }, number])[] = [
  [{ address: "49.36.0.1", locale: "en-IN" }, 34],
  [{ address: "117.192.0.1", locale: "hi-IN" }, 10],
  [{ address: "8.8.8.8", locale: "en-US" }, 16],
  [{ address: "81.2.69.142", locale: "en-GB" }, 9],
  [{ address: "84.128.0.1", locale: "de-DE" }, 7],
  [{ address: "90.0.0.1", locale: "fr-FR" }, 5],
  [{ address: "126.0.0.1", locale: "ja-JP" }, 4],
  [{ address: "1.128.0.1", locale: "en-AU" }, 4],
  [{ address: "27.34.0.1", locale: "ne-NP" }, 3],
  [{ address: "24.48.0.1", locale: "en-CA" }, 3],
  [{ address: "177.32.0.1", locale: "pt-BR" }, 3],
  [{ address: "94.200.0.1", locale: "en-AE" }, 2],
];

export type Machine = { userAgent: string; width: number; height: number };

export const MACHINES: readonly (readonly [Machine, number])[] = [
  [
    {
      userAgent:
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
      width: 412,
      height: 915,
    },
    34,
  ],
  [
    {
      userAgent:
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
      width: 393,
      height: 852,
    },
    22,
  ],
  [
    {
      userAgent:
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
      width: 1920,
      height: 1080,
    },
    20,
  ],
  [
    {
      userAgent:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
      width: 1512,
      height: 982,
    },
    11,
  ],
  [
    {
      userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
      width: 2560,
      height: 1440,
    },
    6,
  ],
  [
    {
      userAgent:
        "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
      width: 820,
      height: 1180,
    },
    4,
  ],
  [
    { userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", width: 1024, height: 768 },
    3,
  ],
];

export const FIRST_NAMES = [
  "Asha",
  "Ravi",
  "Meera",
  "Tom",
  "Lena",
  "Noor",
  "Kenji",
  "Chloé",
  "Bina",
  "Omar",
  "Ines",
  "Jack",
];

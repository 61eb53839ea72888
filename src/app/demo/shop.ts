// A synthetic shop: visits of visitors who browse, sign up, order and come back. Pure: chance and time are arguments.

import type { InstantMs } from "../../core/time.ts";
import {
  ARRIVALS,
  type Arrival,
  FIRST_NAMES,
  MACHINES,
  type Machine,
  PLACES,
  PRODUCTS,
  SHOP_HOST,
} from "./catalogue.ts";
import type { Chance } from "./chance.ts";

/** An event of Segment's tracking API; `at` is when it happens. */
export type DemoEvent = { at: InstantMs; event: Record<string, unknown> };

type Visitor = { anonymousId: string; userId: string | null; machine: Machine; address: string; locale: string };

/** Returning visitors are drawn from the last so many. */
const REMEMBERED_MAX = 2_000;
const RETURNING_SHARE = 0.35;

export class Shop {
  private readonly chance: Chance;
  private readonly visitors: Visitor[] = [];

  constructor(chance: Chance) {
    this.chance = chance;
  }

  /** When the next visit begins: a Poisson process that follows the day (quiet at 3 h, busy at 20 h, Indian time). */
  nextVisitAt(now: InstantMs, visitsPerHour: number): InstantMs {
    const hour = (now / 3_600_000 + 5.5) % 24;
    const share = 0.35 + 0.65 * (0.5 + 0.5 * Math.cos(((hour - 20) / 24) * 2 * Math.PI));
    return now - (Math.log(1 - this.chance.next()) / (visitsPerHour * share)) * 3_600_000;
  }

  /** All events of one visit that begins at `at`, in order. */
  visit(at: InstantMs): DemoEvent[] {
    const visitor = this.visitor();
    const walk = new Walk(at, visitor, this.chance);
    walk.page("/", "Tandem Teas (demo)", this.chance.pick(ARRIVALS));
    if (this.chance.next() < 0.42) return walk.events;
    const category = this.chance.pick(PRODUCTS.map((product) => [product.category, 1] as const));
    walk.page(`/${category}`, category);
    const basket = [];
    for (let looked = 0; looked < 5 && this.chance.next() < 0.62; looked += 1) {
      const product = this.chance.pick(PRODUCTS.map((one) => [one, one.category === category ? 4 : 1] as const));
      walk.page(`/products/${product.id}`, product.name);
      walk.track("Product Viewed", { product_id: product.id, category: product.category, price: product.price / 100 });
      if (this.chance.next() > 0.4) continue;
      basket.push(product);
      walk.track("Product Added", { product_id: product.id, price: product.price / 100, quantity: 1 });
    }
    if (basket.length > 0 && this.chance.next() < 0.55) this.order(walk, visitor, basket);
    return walk.events;
  }

  private order(walk: Walk, visitor: Visitor, basket: (typeof PRODUCTS)[number][]): void {
    walk.page("/checkout", "Checkout");
    walk.track("Checkout Started", { items: basket.length });
    if (visitor.userId === null) {
      visitor.userId = `demo-${this.chance.hex(8)}`;
      const name = this.chance.pick(FIRST_NAMES.map((one) => [one, 1] as const));
      const plan = this.chance.pick([
        ["free", 7],
        ["club", 3],
      ] as const);
      walk.identify({ firstName: name, email: `${visitor.userId}@demo.example`, plan });
      walk.track("Signed Up", { plan });
    }
    if (this.chance.next() < 0.25) return;
    const revenue = basket.reduce((sum, product) => sum + product.price, 0) / 100;
    walk.track("Order Completed", {
      order_id: this.chance.hex(10),
      revenue,
      currency: "USD",
      products: basket.map((product) => ({ product_id: product.id, name: product.name, price: product.price / 100 })),
    });
    walk.page("/thank-you", "Thank you");
  }

  private visitor(): Visitor {
    if (this.visitors.length > 0 && this.chance.next() < RETURNING_SHARE) {
      return this.visitors[this.chance.whole(0, this.visitors.length - 1)]!;
    }
    const visitor: Visitor = {
      anonymousId: `demo-${this.chance.hex(16)}`,
      userId: null,
      machine: this.chance.pick(MACHINES),
      ...this.chance.pick(PLACES),
    };
    this.visitors.push(visitor);
    if (this.visitors.length > REMEMBERED_MAX) this.visitors.shift();
    return visitor;
  }
}

/** One visit under way: keeps the time, the page and the visitor for each event. */
class Walk {
  readonly events: DemoEvent[] = [];
  private at: InstantMs;
  private url = "";
  private path = "";
  private referrer = "";
  private readonly visitor: Visitor;
  private readonly chance: Chance;

  constructor(at: InstantMs, visitor: Visitor, chance: Chance) {
    this.at = at;
    this.visitor = visitor;
    this.chance = chance;
  }

  page(path: string, title: string, from: Arrival = {}): void {
    if (this.events.length > 0) this.at += this.chance.between(6_000, 90_000);
    this.referrer = from.referrer ?? this.url;
    this.path = path;
    this.url = `https://${SHOP_HOST}${path}${from.search ?? ""}`;
    this.add({ type: "page", name: title, properties: { ...this.place(), title } });
  }

  track(event: string, properties: Record<string, unknown>): void {
    this.at += this.chance.between(800, 20_000);
    this.add({ type: "track", event, properties: { ...properties, synthetic: true } });
  }

  identify(traits: Record<string, unknown>): void {
    this.add({ type: "identify", traits: { ...traits, synthetic: true } });
  }

  private add(event: Record<string, unknown>): void {
    const { anonymousId, userId, machine, address, locale } = this.visitor;
    this.events.push({
      at: Math.round(this.at),
      event: {
        ...event,
        anonymousId,
        ...(userId === null ? {} : { userId }),
        messageId: `demo-${this.chance.hex(20)}`,
        timestamp: new Date(Math.round(this.at)).toISOString(),
        context: {
          ip: address,
          locale,
          userAgent: machine.userAgent,
          page: this.place(),
          screen: { width: machine.width, height: machine.height },
          library: { name: "tandem-demo", version: "1" },
        },
      },
    });
  }

  private place(): Record<string, string> {
    return { url: this.url, path: this.path, ...(this.referrer === "" ? {} : { referrer: this.referrer }) };
  }
}

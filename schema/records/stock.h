#pragma once
// What the clinic received of one lot: cartridges, devices of one use, products. How much of it was
// used is counted from the sessions and applications that name the lot, and stands nowhere else.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept_by_clinic.h"
#include "schema/types/date.h"
#include "schema/types/word.h"

namespace schema {

enum class StockKind { cartridge, device, product };

template <>
struct Words<StockKind> {
    static constexpr std::string_view table = "word_stock_kind";
    static constexpr std::array<std::string_view, 3> all{"cartridge", "device", "product"};
};

struct Stock : KeptByClinic<Stock> {
    StockKind kind{};
    std::string product;
    std::string lot;
    std::optional<PartialDate> expiry;
    int received = 0;
    Date received_on;
    std::optional<int> uses_each;
    std::optional<std::string> note;

    // Of all pieces together.
    int uses() const { return received * uses_each.value_or(1); }

    bool operator==(const Stock&) const = default;
};

template <>
struct Description<Stock> {
    static constexpr std::string_view noun = "stock";
    static constexpr std::string_view table = "stock";
    static constexpr std::string_view plural = "stock";
    static constexpr std::string_view summary = "what the clinic received of one lot";
    static constexpr std::string_view verb = "add";
    static constexpr Example example{
        .summary = "Add what the clinic received of one lot.",
        .options =
            "--kind cartridge --product \"Pen 12\" --lot L123 --expiry 2027-06 --received "
            "50 --received-on 2026-01-05",
        .correction = "--received 60",
        .headers = "id  kind       product  lot   expires on  received  used  left  pick",
        .row = "3   cartridge  Pen 12   L123  2027-06-30  50        2     48    yes"};
    static constexpr std::tuple fields{
        Field{"kind",
              &Stock::kind,
              "cartridge or device: used by sessions; product: by applications",
              {.identity = true}},
        Field{"product", &Stock::product, "maker and name", {.identity = true}},
        Field{"lot", &Stock::lot, "its lot", {.identity = true}},
        Field{"expiry",
              &Stock::expiry,
              "the last day or month in which it may be used; empty = it does not expire",
              {.role = Role::until, .planned = true}},
        Field{"received",
              &Stock::received,
              "how many pieces, 1 to 100000",
              {.range = {1, 100'000}, .plausible = {1, 10'000, "ours: of one delivery"}}},
        Field{"received_on", &Stock::received_on, "on which day", {.role = Role::when}},
        Field{"uses_each",
              &Stock::uses_each,
              "how many uses one piece has, 1 to 1000; empty = 1",
              {.range = {1, 1000}, .plausible = {1, 200, "ours: a bottle of a serum"}}},
        Field{"note", &Stock::note, "free text", {.role = Role::free_text, .confidential = true}},
    };
};

}  // namespace schema

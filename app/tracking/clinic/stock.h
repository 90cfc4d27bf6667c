#pragma once
// What of the clinic's stock is left, and which lots may be picked.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "db/book.h"
#include "schema/records/stock.h"
#include "schema/types/date.h"
#include "schema/types/word.h"

namespace tracking {

enum class Pick { yes, expired, used_up };

struct StockOnHand {
    schema::Stock stock;
    std::optional<schema::Date> expires_on;  // the last day on which it may be used
    int used = 0;                            // how often; a lot's oldest pieces are used first
    int left = 0;                            // uses, never below 0
    Pick pick{};
};

// What is looked for; texts are compared folded, of the product a part will do.
struct StockWanted {
    std::optional<schema::StockKind> kind{};
    std::optional<std::string> product{};
    std::optional<std::string> lot{};
    bool with_voided = false;
};

// Those that may be picked on the day come first, the earliest expiry before the others; then what
// is expired, then what is used up. A session uses one of a cartridge or device of its lot, an
// application one of a product.
std::vector<StockOnHand> stock_on_hand(const db::Book& book,
                                       schema::Date day,
                                       const StockWanted& wanted);

// What the clinic received of one lot of cartridges or devices.
struct LotReceived {
    int pieces = 0;
    int uses = 0;  // of all of them together
};

// However the lot is spelled (schema::code_identity); nothing where the stock does not know it.
// What was voided does not count.
std::optional<LotReceived> received_of_lot(const db::Book& book, const std::string& lot);

}  // namespace tracking

template <>
struct schema::Words<tracking::Pick> {
    static constexpr std::array<std::string_view, 3> all{"yes", "expired", "used_up"};
};

#include "app/tracking/clinic/stock.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "db/records/records.h"
#include "db/records/stock.h"
#include "schema/types/folding.h"

namespace tracking {

namespace {

using schema::Date;
using schema::Stock;
using schema::StockKind;

bool is_wanted(const Stock& stock, const StockWanted& wanted) {
    return (!wanted.kind || stock.kind == *wanted.kind) && (wanted.with_voided || !stock.voided) &&
           (!wanted.lot ||
            schema::code_identity(stock.lot) == schema::code_identity(*wanted.lot)) &&
           (!wanted.product ||
            schema::folded(stock.product).find(schema::folded(*wanted.product)) !=
                std::string::npos);
}

// Takes the uses of each lot from its pieces, those that came first before the others; what is more
// than the clinic received stands with the last.
class UsesTaken {
  public:
    explicit UsesTaken(const db::Book& book)
        : by_sessions_(db::uses_by_sessions(book)),
          by_applications_(db::uses_by_applications(book)) {}

    // In the order in which they were received.
    int take(const Stock& stock, bool is_last) {
        auto& uses = stock.kind == StockKind::product ? by_applications_ : by_sessions_;
        const auto of_lot = uses.find(schema::code_identity(stock.lot));
        if (of_lot == uses.end() || stock.voided) {
            return 0;
        }
        const int taken = is_last ? of_lot->second : std::min(of_lot->second, stock.uses());
        of_lot->second -= taken;
        return taken;
    }

  private:
    db::UsesOfLots by_sessions_;
    db::UsesOfLots by_applications_;
};

bool share_a_lot(const Stock& a, const Stock& b) {
    const bool same_users = (a.kind == StockKind::product) == (b.kind == StockKind::product);
    return same_users && schema::code_identity(a.lot) == schema::code_identity(b.lot);
}

Pick pick_of(const StockOnHand& each, Date day) {
    if (each.left == 0) {
        return Pick::used_up;
    }
    return each.expires_on && *each.expires_on < day ? Pick::expired : Pick::yes;
}

}  // namespace

std::vector<StockOnHand> stock_on_hand(const db::Book& book, Date day, const StockWanted& wanted) {
    auto all = db::records_of<Stock>(book, {}, db::Which::of_patient);
    std::sort(all.begin(), all.end(), [](const Stock& a, const Stock& b) {
        return std::tuple(a.received_on, a.id.value) < std::tuple(b.received_on, b.id.value);
    });
    UsesTaken uses(book);
    std::vector<StockOnHand> on_hand;
    for (auto stock = all.begin(); stock != all.end(); ++stock) {
        const bool is_last = std::none_of(stock + 1, all.end(), [&](const Stock& later) {
            return !later.voided && share_a_lot(*stock, later);
        });
        StockOnHand each{.stock = *stock, .expires_on = {}, .used = uses.take(*stock, is_last)};
        if (stock->expiry) {
            each.expires_on = stock->expiry->last_day();
        }
        each.left = std::max(0, stock->uses() - each.used);
        each.pick = pick_of(each, day);
        if (is_wanted(*stock, wanted)) {
            on_hand.push_back(std::move(each));
        }
    }
    std::stable_sort(on_hand.begin(), on_hand.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.pick, a.expires_on.value_or(Date::last())) <
               std::tuple(b.pick, b.expires_on.value_or(Date::last()));
    });
    return on_hand;
}

std::optional<LotReceived> received_of_lot(const db::Book& book, const std::string& lot) {
    std::optional<LotReceived> received;
    for (const auto& stock : db::records_of<Stock>(book, {}, db::Which::of_patient)) {
        if (!stock.voided && stock.kind != StockKind::product &&
            schema::code_identity(stock.lot) == schema::code_identity(lot)) {
            received = received.value_or(LotReceived{});
            received->pieces += stock.received;
            received->uses += stock.uses();
        }
    }
    return received;
}

}  // namespace tracking

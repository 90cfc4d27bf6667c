// Stock, of which is counted what the records used, and protocols within the clinic's limits.

#include "app/tracking/clinic/clinic_records.h"

#include <functional>

#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/clinic/stock.h"
#include "app/tracking/profile.h"
#include "app/tracking/questions.h"
#include "app/tracking/undo.h"
#include "db/ledger/ledger.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::clinic_records_test {
namespace {

using schema::Date;
using schema::Fault;
using schema::Protocol;
using schema::Stock;
using schema::StockKind;

class ClinicRecords : public testing::Test {
  protected:
    ClinicRecords() {
        schema::Patient patient;
        patient.chart = "C-001";
        tracking::record(book_, submission(), patient);
    }
    static db::Submission submission(std::vector<std::string> confirm = {}) {
        return {.actor = "nurse",
                .action = "record",
                .reason = "as a test",
                .confirm = std::move(confirm)};
    }
    std::int64_t keep(const schema::ClinicRecord& any, std::vector<std::string> confirm = {}) {
        return std::stoll(tracking::record(book_, submission(std::move(confirm)), any).answer);
    }
    static Stock cartridges(const std::string& lot, int received, const char* on = "2026-01-05") {
        Stock stock;
        stock.kind = StockKind::cartridge;
        stock.product = "Pen 12";
        stock.lot = lot;
        stock.received = received;
        stock.received_on = *Date::read(on);
        return stock;
    }
    std::int64_t needle_with(const std::string& lot, const char* at) {
        schema::Session session;
        session.patient = schema::Id<schema::Patient>(1);
        session.at = *schema::CivilTime::read(at);
        session.device = schema::Device::pen;
        session.lot = lot;
        session.areas = {{.region = schema::Region::nose, .depth_mm = 0.5, .passes = 2}};
        const Overrides reasons{{"interval", "as a test"}};
        try {
            return record_session(book_, submission(), session, {}).id().value;
        } catch (const Unanswered&) {
            return record_session(book_, submission(), session, reasons).id().value;
        }
    }
    void put_on_of(const std::string& lot, const char* at) {
        schema::Application application;
        application.patient = schema::Id<schema::Patient>(1);
        application.at = *schema::CivilTime::read(at);
        application.lot = lot;
        tracking::record(book_, submission(), application);
    }
    std::vector<StockOnHand> on_hand(const char* day = "2026-06-01", StockWanted wanted = {}) {
        return stock_on_hand(book_, *Date::read(day), wanted);
    }
    static Protocol cheeks(double depth, schema::Device device = schema::Device::pen) {
        Protocol protocol;
        protocol.name = "Cheeks";
        protocol.device = device;
        protocol.areas = {{.region = schema::Region::left_cheek, .depth_mm = depth, .passes = 4}};
        return protocol;
    }
    std::optional<Fault> fault(const schema::ClinicRecord& any) {
        return fault_of([&] { keep(any); });
    }
    std::optional<Fault> fault_of(const std::function<void()>& work) {
        try {
            work();
        } catch (const schema::Error& error) {
            said_ = error.problems().front().what;
            return error.fault();
        }
        return std::nullopt;
    }

    std::string said_;
    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
};

TEST_F(ClinicRecords, OfStockCountWhatTheRecordsUsedWhateverTheSpellingOfTheLot) {
    keep(cartridges("LT-0042", 3));
    needle_with("lt 0042", "2026-02-01T10:00");
    const auto wrong = needle_with("LT0042", "2026-03-15T10:00");
    put_on_of("LT-0042", "2026-02-01T10:30");  // a product of that lot: no cartridge
    EXPECT_EQ(on_hand()[0].used, 2);
    EXPECT_EQ(on_hand()[0].left, 1);
    schema::Session which;
    which.id = schema::Id<schema::Session>(wrong);
    void_record(book_, submission(), which);
    EXPECT_EQ(on_hand()[0].used, 1);
}

TEST_F(ClinicRecords, OfOneLotTheOldestPiecesAreUsedFirst) {
    keep(cartridges("L1", 1, "2026-01-10"));
    keep(cartridges("L1", 5, "2026-01-20"));
    needle_with("L1", "2026-02-01T10:00");
    needle_with("L1", "2026-03-15T10:00");
    const auto all = on_hand();
    EXPECT_EQ(all[0].stock.id.value, 2);
    EXPECT_EQ(all[0].used, 1);
    EXPECT_EQ(all[0].left, 4);
    EXPECT_EQ(all[1].stock.id.value, 1);
    EXPECT_EQ(all[1].pick, Pick::used_up);
}

TEST_F(ClinicRecords, OfStockABottleHasManyUses) {
    auto serum = cartridges("S1", 2);
    serum.kind = StockKind::product;
    serum.product = "Serum 5 %";
    serum.uses_each = 10;
    keep(serum);
    put_on_of("S1", "2026-02-01T10:30");
    EXPECT_EQ(on_hand()[0].left, 19);
}

TEST_F(ClinicRecords, OfStockMayBePickedUntilTheLastDayOfTheMonthOnTheLabel) {
    auto first = cartridges("L1", 5);
    first.expiry = schema::PartialDate::read("2026-06");
    keep(first);
    keep(cartridges("L2", 5));
    auto third = cartridges("L3", 5);
    third.expiry = schema::PartialDate::read("2026-02-10");
    keep(third);
    EXPECT_EQ(on_hand("2026-06-30")[0].pick, Pick::yes);
    EXPECT_EQ(on_hand("2026-06-30")[0].expires_on->text(), "2026-06-30");
    const auto july = on_hand("2026-07-01");
    EXPECT_EQ(july[0].stock.lot, "L2") << "without an expiry, and so the only one";
    EXPECT_EQ(july[1].stock.lot, "L3");
    EXPECT_EQ(july[1].pick, Pick::expired);
    EXPECT_EQ(july[2].pick, Pick::expired);
    EXPECT_EQ(on_hand("2026-06-01", {.kind = StockKind::product}).size(), 0U);
    EXPECT_EQ(on_hand("2026-06-01", {.product = "pen"}).size(), 3U);
    EXPECT_EQ(on_hand("2026-06-01", {.lot = "l-1"}).size(), 1U);
}

TEST_F(ClinicRecords, OfStockAreAskedWhereTheyAreThereAndRefusedWhereTheyCannotBe) {
    keep(cartridges("L1", 5));
    EXPECT_EQ(fault(cartridges("l1", 5)), Fault::duplicate);
    keep(cartridges("l1", 5), {"duplicate"});
    auto year = cartridges("L9", 5);
    year.expiry = schema::PartialDate::read("2027");
    EXPECT_EQ(fault(year), Fault::refused);
    EXPECT_EQ(said_, "expiry 2027 names no month");
    EXPECT_EQ(fault(cartridges("L9", 5, "2060-01-01")), Fault::refused);
}

TEST_F(ClinicRecords, AreCorrectedVoidedRestoredAndUndone) {
    auto stock = cartridges("L1", 5);
    stock.id = schema::Id<Stock>(keep(stock));
    stock.received = 6;
    correct(book_, submission(), stock);
    EXPECT_EQ(fault_of([&] { correct(book_, submission(), stock); }), Fault::changed);
    EXPECT_EQ(db::find(book_, stock.id)->received, 6);
    void_record(book_, submission(), stock);
    EXPECT_TRUE(on_hand().empty());
    EXPECT_EQ(on_hand("2026-06-01", {.with_voided = true}).size(), 1U);
    EXPECT_EQ(fault_of([&] { void_record(book_, submission(), stock); }), Fault::changed);
    restore_record(book_, submission(), stock);
    EXPECT_EQ(on_hand().size(), 1U);
    undo_entry(book_, submission(), db::last_entry(book_));
    EXPECT_TRUE(on_hand().empty());
}

TEST_F(ClinicRecords, OfProtocolsKeepWithinTheDeviceAndTheClinicsLimits) {
    EXPECT_EQ(fault(cheeks(3.5)), Fault::refused);
    EXPECT_EQ(said_, "left_cheek: depth_mm 3.5 is deeper than device pen goes there, 3 mm");
    EXPECT_EQ(fault(cheeks(3.5, schema::Device::rf_insulated)), std::nullopt);
    set_profile_row(book_,
                    submission(),
                    schema::DepthLimit{.region = schema::Region::left_cheek,
                                       .fitzpatrick = std::nullopt,
                                       .max_mm = 1,
                                       .source = "ours"});
    auto other = cheeks(1.25);
    other.name = "Other";
    EXPECT_EQ(fault(other), Fault::refused);
    EXPECT_EQ(said_, "left_cheek: depth_mm 1.25 is beyond the clinic's limit of 1 mm");
    other.areas[0].depth_mm = 1;
    EXPECT_EQ(fault(other), std::nullopt);
}

TEST_F(ClinicRecords, OfProtocolsHaveANameOfTheirOwnAreasAndProductsThatCanBeRead) {
    keep(cheeks(1));
    auto again = cheeks(1);
    again.name = "CHEEKS";
    EXPECT_EQ(fault(again), Fault::refused);
    EXPECT_EQ(said_, "name \"CHEEKS\" is taken by protocol 1");
    again.name = "Other";
    again.products = "niacinamide=Serum 5 %; peptides";
    EXPECT_EQ(fault(again), std::nullopt);
    for (const auto* products : {"serum", "peptides; peptides", "peptides=", ";"}) {
        again.name = products;
        again.products = products;
        EXPECT_EQ(fault(again), Fault::refused) << products;
    }
    again.products.reset();
    again.areas.clear();
    EXPECT_EQ(fault(again), Fault::refused);
    EXPECT_EQ(said_, "no area is named");
}

}  // namespace
}  // namespace tracking::clinic_records_test

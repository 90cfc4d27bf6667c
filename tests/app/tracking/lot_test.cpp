// A lot of cartridges at a session: a box of many, of which each is for one patient.

#include <gmock/gmock.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/overrides.h"
#include "app/tracking/safety.h"
#include "app/tracking/write.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace tracking::lot_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Lots : public testing::Test {
  protected:
    schema::Id<schema::Patient> patient(const char* chart) {
        schema::Patient made;
        made.chart = chart;
        return keep<schema::Patient>(made);
    }
    template <class Record>
    schema::Id<Record> keep(const Record& one) {
        return schema::Id<Record>(std::stoll(tracking::record(book_, submission(), one).answer));
    }
    db::Submission submission(std::vector<std::string> confirm = {}) const {
        return {
            .actor = "nurse", .action = "record", .reason = "test", .confirm = std::move(confirm)};
    }
    void stock(const char* lot, int received, std::optional<int> uses_each = std::nullopt) {
        schema::Stock made;
        made.kind = schema::StockKind::cartridge;
        made.product = "Pen 12";
        made.lot = lot;
        made.received = received;
        made.received_on = *schema::Date::read("2026-01-02");
        made.uses_each = uses_each;
        tracking::record(book_, submission({"duplicate"}), schema::ClinicRecord(made));
    }
    schema::Session session(schema::Id<schema::Patient> whose, const char* lot = "K2207") const {
        schema::Session made;
        made.patient = whose;
        made.at = *schema::CivilTime::read("2026-01-10T10:30");
        made.device = schema::Device::pen;
        made.areas = {{schema::Region::chin, 1.0, 4}};
        made.lot = lot;
        return made;
    }
    // The rules on cartridges that speak of such a session.
    std::vector<std::string> rules_of(const schema::Session& session) const {
        std::vector<std::string> rules;
        for (const auto& finding : what_rules_say(book_, session)) {
            if (finding.rule.starts_with("cartridge_")) {
                rules.push_back(finding.rule);
            }
        }
        return rules;
    }
    schema::Id<schema::Session> done(const schema::Session& session) {
        return schema::Id<schema::Session>(
            std::stoll(record_session(book_, submission(), session, {}).receipt.answer));
    }
    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_ / "clinic.needlebook", {.name = "Clinic", .time_zone = "Africa/Cairo"}, "nurse");
    schema::Id<schema::Patient> first_ = patient("C-001");
    schema::Id<schema::Patient> second_ = patient("C-002");
};

TEST_F(Lots, InStockServeAsManyPatientsAsTheyHavePieces) {
    stock("K2207", 2);
    done(session(first_));
    EXPECT_THAT(rules_of(session(second_, "k 2207")), IsEmpty()) << "however it is spelled";
    done(session(second_));
    EXPECT_THAT(rules_of(session(patient("C-003"))), ElementsAre("cartridge_reused"));
    stock("K2207", 10);
    EXPECT_THAT(rules_of(session(patient("C-004"))), IsEmpty()) << "the next delivery";
}

TEST_F(Lots, OfOnePieceAreForOnePatient) {
    stock("K2207", 1, 4);
    done(session(first_));
    EXPECT_THAT(rules_of(session(second_)), ElementsAre("cartridge_reused"));
    EXPECT_THAT(rules_of(session(first_)), IsEmpty());
    EXPECT_THAT(rules_of(session(second_, "K2208")), IsEmpty());
}

TEST_F(Lots, OfPiecesWithSeveralUsesAreACautionOnceAllPiecesMayHaveBeenUsed) {
    stock("K2207", 2, 3);
    done(session(first_));
    EXPECT_THAT(rules_of(session(second_)), IsEmpty());
    done(session(second_));
    EXPECT_THAT(rules_of(session(patient("C-003"))), ElementsAre("cartridge_lot_short"));
}

TEST_F(Lots, ThatTheStockDoesNotKnowAreForOnePatient) {
    EXPECT_THAT(rules_of(session(first_)), IsEmpty()) << "nobody else had it";
    done(session(first_));
    EXPECT_THAT(rules_of(session(first_)), IsEmpty());
    EXPECT_THAT(rules_of(session(second_, "k-2207")), ElementsAre("cartridge_reused"));
    EXPECT_THAT(rules_of(session(second_, "K2208")), IsEmpty());
    EXPECT_THROW(done(session(second_)), Unanswered);
}

}  // namespace
}  // namespace tracking::lot_test

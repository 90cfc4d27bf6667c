#include "db/records/patient_list.h"

#include <gtest/gtest.h>

#include "db/records/clinic.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace db::patient_list_test {
namespace {

class List : public testing::Test {
  protected:
    List() {
        add("C-3", "Zara", "");
        add("C-1", "", "أحمد");
        add("C-2", "Ärne", "");
        add("C-4", "", "");
    }
    schema::Id<schema::Patient> add(const char* chart, const char* name, const char* arabic) {
        schema::Patient patient;
        patient.chart = chart;
        patient.name = *name != 0 ? std::optional<std::string>(name) : std::nullopt;
        patient.name_ar = *arabic != 0 ? std::optional<std::string>(arabic) : std::nullopt;
        schema::Id<schema::Patient> id;
        write([&](Write& write) { id = insert(write, patient); });
        return id;
    }
    void write(const std::function<void(Write&)>& work) {
        transact(book_, {.actor = "test", .action = "test"}, [&](Write& write) {
            work(write);
            return std::string();
        });
    }
    std::string charts(PatientQuery query) {
        std::string all;
        const auto page = list_.page(book_, query);
        for (const auto& listed : page->patients) {
            all += listed.patient.chart + " ";
        }
        return all + (page->has_more ? "…" : "");
    }

    support::TemporaryFolder folder_;
    Book book_ = Book::create(folder_ / "a.needlebook", [](Book& book) {
        transact(book, {.actor = "test", .action = "init"}, [](Write& write) {
            write_clinic(write, {.name = "Clinic", .time_zone = "Etc/UTC"});
            return std::string();
        });
    });
    PatientList list_;
};

TEST_F(List, IsOrderedAsAskedFor) {
    EXPECT_EQ(charts({}), "C-1 C-2 C-3 C-4 ");
    EXPECT_EQ(charts({.order = PatientOrder::name}), "C-2 C-3 C-1 C-4 ") << "nameless last";
    EXPECT_EQ(charts({.order = PatientOrder::registered}), "C-4 C-2 C-1 C-3 ");
}

TEST_F(List, FindsFoldedPartsOfChartsAndNames) {
    EXPECT_EQ(charts({.search = "ARN"}), "C-2 ");
    EXPECT_EQ(charts({.search = "احمد"}), "C-1 ");
    EXPECT_EQ(charts({.search = "c-4"}), "C-4 ");
    EXPECT_EQ(charts({.search = "3 zara"}), "") << "never across two of them";
    EXPECT_EQ(charts({.search = "nobody"}), "");
}

TEST_F(List, FindsByTelephoneEmailAndAddress) {
    schema::Patient patient;
    patient.chart = "C-5";
    patient.telephone = "+20 100-123 4567";
    patient.email = "Huda@example.org";
    patient.address = "7 Nile Street";
    write([&](Write& write) { insert(write, patient); });
    for (const auto* text : {"01001234567", "0100 123", "0020100", "٠١٠٠١٢٣", "huda@", "nile"}) {
        EXPECT_EQ(charts({.search = text}), "C-5 ") << text;
    }
    for (const auto* text : {"0111", "0100 124", "nile 7", "7huda"}) {
        EXPECT_EQ(charts({.search = text}), "") << text;
    }
}

TEST_F(List, IsReadPageByPage) {
    EXPECT_EQ(charts({.most = 3}), "C-1 C-2 C-3 …");
    const auto third = list_.page(book_, {.most = 3})->patients.back().patient.id;
    EXPECT_EQ(charts({.most = 3, .after = third}), "C-4 ");
    EXPECT_FALSE(list_.page(book_, {.after = schema::Id<schema::Patient>(99)}));
}

TEST_F(List, NoticesWhateverHappensToAPatient) {
    EXPECT_EQ(charts({}), "C-1 C-2 C-3 C-4 ");
    const auto id = add("C-0", "", "");
    EXPECT_EQ(charts({}), "C-0 C-1 C-2 C-3 C-4 ");
    auto patient = *find(book_, id);
    patient.chart = "C-9";
    write([&](Write& write) { update(write, patient); });
    EXPECT_EQ(charts({}), "C-1 C-2 C-3 C-4 C-9 ");
    write([&](Write& write) { set_voided(write, id); });
    EXPECT_EQ(charts({}), "C-1 C-2 C-3 C-4 ");
}

TEST_F(List, KnowsWhoWasThereLast) {
    const auto treat = [&](std::int64_t patient, const char* at) {
        schema::Session session;
        session.patient = schema::Id<schema::Patient>(patient);
        session.at = *schema::CivilTime::read(at);
        schema::Id<schema::Session> id;
        write([&](Write& write) { id = insert(write, session); });
        return id;
    };
    treat(1, "2026-01-05");
    treat(3, "2026-01-06T10:30");
    const auto latest = treat(1, "2026-02-05");
    EXPECT_EQ(charts({.order = PatientOrder::last_visit}), "C-3 C-2 C-1 C-4 ");
    write([&](Write& write) { set_voided(write, latest); });
    EXPECT_EQ(charts({.order = PatientOrder::last_visit}), "C-2 C-3 C-1 C-4 ");
    const auto page = list_.page(book_, {.search = "arne"});
    EXPECT_EQ(page->patients[0].last_visit->text(), "2026-01-06T10:30");
}

}  // namespace
}  // namespace db::patient_list_test

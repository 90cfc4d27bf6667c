#include "db/agreements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/instruments.h"
#include "db/records.h"
#include "db/verify.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace db::agreements_test {
namespace {

using schema::Agreement;
using schema::AgreementRating;
using testing::ElementsAre;
using testing::IsEmpty;

// A book with a scale from 0 to 4 and two patients.
class AgreementRows : public testing::Test {
  protected:
    AgreementRows() {
        write([&](Write& write) {
            grade_ = insert_instrument(write,
                                       {.code = "grade",
                                        .name = "Grade",
                                        .low = 0,
                                        .high = 4,
                                        .step = 1,
                                        .unit = "{score}"});
            for (const auto* chart : {"C-001", "C-002"}) {
                schema::Patient patient;
                patient.chart = chart;
                patients_.push_back(insert(write, patient));
            }
        });
    }

    void write(const std::function<void(Write&)>& work) {
        transact(book_, {.actor = "nurse", .action = "test"}, [&](Write& write) {
            work(write);
            return std::string();
        });
    }
    Agreement study(schema::Medium medium = schema::Medium::photo) const {
        Agreement study;
        study.instrument = grade_;
        study.medium = medium;
        study.patients = 12;
        study.on = *schema::Date::read("2026-01-05");
        return study;
    }
    static Agreement adopted(Agreement study) {
        study.adopted = schema::Date::read("2026-03-02");
        study.reason = "our own raters";
        study.sdc_same_rater = 0.8;
        study.sdc_other_rater = 1.4;
        study.summary = "12 patients, 2 raters";
        return study;
    }
    AgreementRating rating(double value, const char* at = "2026-01-05T10:30") const {
        AgreementRating rating;
        rating.agreement.value = 1;
        rating.patient = patients_.at(0);
        rating.rater = "Saleh";
        rating.value = value;
        rating.at = *schema::CivilTime::read(at);
        return rating;
    }
    std::vector<std::int64_t> in_force() const {
        std::vector<std::int64_t> ids;
        for (const auto& each : adopted_agreements(book_)) {
            ids.push_back(each.id.value);
        }
        return ids;
    }
    std::vector<double> values() const {
        std::vector<double> all;
        for (const auto& each : ratings_of(book_, schema::Id<Agreement>(1))) {
            all.push_back(each.value);
        }
        return all;
    }
    void expect_whole() const {
        EXPECT_THAT(quick_problems(book_), IsEmpty());
        EXPECT_THAT(CheckedMoment(book_).replay_problems({}), IsEmpty());
    }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    Book book_ = Book::create(file_);
    schema::Id<schema::Instrument> grade_;
    std::vector<schema::Id<schema::Patient>> patients_;
};

TEST_F(AgreementRows, ComeBackAsTheyWereWritten) {
    auto study = this->study();
    auto rating = this->rating(3);
    write([&](Write& write) {
        study.id = insert_agreement(write, study);
        rating.id = insert_agreement_rating(write, rating);
    });
    EXPECT_EQ(find_agreement(book_, study.id), study);
    EXPECT_THAT(all_agreements(book_), ElementsAre(study));
    EXPECT_EQ(find_agreement_rating(book_, rating.id), rating);
    EXPECT_THAT(ratings_of(book_, study.id), ElementsAre(rating));
    EXPECT_FALSE(find_agreement(book_, schema::Id<Agreement>(2)));
    EXPECT_FALSE(find_agreement_rating(book_, schema::Id<AgreementRating>(2)));
}

TEST_F(AgreementRows, AreInForceOnceAdoptedAndUntilVoided) {
    write([&](Write& write) { insert_agreement(write, study()); });
    EXPECT_THAT(in_force(), IsEmpty());
    auto study = adopted(find_agreement(book_, schema::Id<Agreement>(1)).value());
    write([&](Write& write) {
        update_agreement(write, study);
        EXPECT_TRUE(write.touched.scales);
    });
    study.version = 2;
    EXPECT_THAT(adopted_agreements(book_), ElementsAre(study));
    write([&](Write& write) {
        void_agreement(write, study.id);
        EXPECT_TRUE(write.touched.scales);
    });
    EXPECT_THAT(in_force(), IsEmpty());
    study.version = 3;
    study.voided = true;
    EXPECT_THAT(all_agreements(book_), ElementsAre(study));
    expect_whole();
}

TEST_F(AgreementRows, AreAdoptedOnceForEachScaleAndMedium) {
    write([&](Write& write) { insert_agreement(write, adopted(study(schema::Medium::photo))); });
    write([&](Write& write) { insert_agreement(write, adopted(study(schema::Medium::live))); });
    EXPECT_THAT(in_force(), ElementsAre(1, 2));
    EXPECT_THROW(
        write([&](Write& write) { insert_agreement(write, adopted(study(schema::Medium::live))); }),
        schema::Error);
    write([&](Write& write) {
        void_agreement(write, schema::Id<Agreement>(2));
        insert_agreement(write, adopted(study(schema::Medium::live)));
    });
    EXPECT_THAT(in_force(), ElementsAre(1, 3));
}

TEST_F(AgreementRows, AreAdoptedWithReasonAndNumberOnly) {
    const auto refused = [&](const std::function<void(Agreement&)>& change) {
        auto study = adopted(this->study());
        change(study);
        try {
            write([&](Write& write) { insert_agreement(write, study); });
        } catch (const schema::Error&) {
            return true;
        }
        return false;
    };
    EXPECT_TRUE(refused([](Agreement& study) { study.reason.reset(); }));
    EXPECT_TRUE(refused([](Agreement& study) { study.adopted.reset(); }));
    EXPECT_TRUE(refused([](Agreement& study) {
        study.sdc_same_rater.reset();
        study.sdc_other_rater.reset();
    }));
    EXPECT_TRUE(refused([](Agreement& study) { study.sdc_same_rater = -0.1; }));
    EXPECT_TRUE(refused([](Agreement& study) { study.patients = 1; }));
    EXPECT_FALSE(refused([](Agreement& study) { study.sdc_same_rater.reset(); }));
}

TEST_F(AgreementRows, HoldRatingsInTheOrderOfTheirTime) {
    write([&](Write& write) {
        insert_agreement(write, study());
        insert_agreement_rating(write, rating(1, "2026-01-06"));
        insert_agreement_rating(write, rating(2, "2026-01-05T10:30"));
        insert_agreement_rating(write, rating(3, "2026-01-06"));
    });
    EXPECT_THAT(values(), ElementsAre(2, 1, 3));
}

TEST_F(AgreementRows, KeepAVoidedRatingOutOfTheStudyOnly) {
    write([&](Write& write) {
        insert_agreement(write, study());
        insert_agreement_rating(write, rating(1));
        insert_agreement_rating(write, rating(2));
    });
    write([](Write& write) { void_agreement_rating(write, schema::Id<AgreementRating>(1)); });
    EXPECT_THAT(values(), ElementsAre(2));
    EXPECT_EQ(all_ratings_of(book_, schema::Id<Agreement>(1)).size(), 2U);
    EXPECT_EQ(find_agreement_rating(book_, schema::Id<AgreementRating>(1))->version, 2);
    expect_whole();
}

TEST_F(AgreementRows, KeepThoseOfAVoidedPatientOut) {
    write([&](Write& write) {
        insert_agreement(write, study());
        insert_agreement_rating(write, rating(1));
        set_voided(write, patients_.at(0));
    });
    EXPECT_THAT(values(), IsEmpty());
}

TEST_F(AgreementRows, AreKeptOnTheirScaleByTheDatabase) {
    write([&](Write& write) { insert_agreement(write, study()); });
    const auto accepted = [&](double value) {
        try {
            write([&](Write& write) { insert_agreement_rating(write, rating(value)); });
        } catch (const schema::Error&) {
            return false;
        }
        return true;
    };
    EXPECT_TRUE(accepted(0));
    EXPECT_TRUE(accepted(4));
    EXPECT_FALSE(accepted(-1));
    EXPECT_FALSE(accepted(5));
    EXPECT_FALSE(accepted(2.5));
}

TEST_F(AgreementRows, ShowWhoChangedThemBehindTheLedger) {
    write([&](Write& write) {
        insert_agreement(write, adopted(study()));
        insert_agreement_rating(write, rating(1));
    });
    expect_whole();
    ASSERT_TRUE(support::sqlite_shell(file_, "UPDATE agreement_rating SET value = 3;"));
    ASSERT_TRUE(support::sqlite_shell(file_, "UPDATE agreement SET sdc_other_rater = 0.1;"));
    const auto book = Book::open_for_check(file_);
    const auto problems = CheckedMoment(book).replay_problems({});
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].where, "agreement (id 1)");
    EXPECT_EQ(problems[1].where, "agreement_rating (id 1)");
}

}  // namespace
}  // namespace db::agreements_test

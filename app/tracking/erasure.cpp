#include "app/tracking/erasure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/tracking/commit.h"
#include "app/tracking/merge.h"
#include "app/tracking/restore.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/patients.h"
#include "schema/kinds/kinds.h"
#include "schema/kinds/record_text.h"

namespace tracking {

using access_control::Right;

namespace {

// Of one entry, without its changes.
db::LedgerEntry entry_after(const db::Book& book, std::int64_t seq) {
    db::LedgerEntry found;
    db::for_each_entry(
        book, {.after = seq, .most = 1}, [&](const db::LedgerEntry& entry) { found = entry; });
    return found;
}

Counts counts_of(const db::Holdings& holdings) {
    Counts counts;
    const auto add = [&](std::string_view table, std::string_view plural) {
        if (const auto rows = holdings.rows.find(table); rows != holdings.rows.end()) {
            counts.emplace_back(schema::spaced(plural), rows->second);
        }
    };
    for (const auto& kind : kinds::of_patients()) {
        if (kind.owner == schema::Owner::patient) {
            add(kind.table, kind.plural);
        }
    }
    add("score", "scores");
    add("agreement_rating", "ratings of studies");
    add("tag", "labels");
    add("patient_link", "addresses of own pages");
    return counts;
}

std::string reason_text(const db::Submission& submission, const ErasureRequest& request) {
    const auto legal = request.legal_reason.value_or("");
    return kinds::is_blank(legal) ? *submission.reason
                                  : fmt::format("{} (legal reason: {})", *submission.reason, legal);
}

std::string rows_of(const Counts& counts) {
    std::string lines;
    for (const auto& [what, count] : counts) {
        lines += fmt::format("  {:>6}  {}\n", count, what);
    }
    return lines;
}

// What to do with it.
std::string advice_on(const db::Copy& copy) {
    return fmt::format(
        "{}: {}",
        copy.file.string(),
        !copy.is_same_book
            ? "is another book, with a patient of this chart number: look whether it is the same "
              "person before you do anything"
        : copy.is_known ? "delete it; or restore it elsewhere, erase the patient there, and back "
                          "that up in its place"
                        : "could not be looked into; open it with --book, and look for the "
                          "patient");
}

// What the ledger tells of an erasure by this key.
Erased erased_before(const db::Book& book, const std::string& key) {
    Erased erased{.repeated = true};
    db::for_each_entry(book, {}, [&](const db::LedgerEntry& entry) {
        if (entry.seq == erased.entry.seq + 1 && erased.entry.seq > 0) {
            erased.epoch = entry;
        }
        if (entry.action == db::erases_patient && entry.submission_key == key) {
            erased.entry = entry;
        }
    });
    erased.is_finished = !db::unfinished_erasure(book);
    return erased;
}

// As the ledger keeps it.
db::Submission kept(const db::Submission& submission) {
    auto kept = submission;
    kept.action = db::erases_patient;
    kept.request_hash.reset();
    return kept;
}

}  // namespace

ErasurePlan plan_erasure(const db::Book& book,
                         const schema::Patient& patient,
                         std::optional<schema::Date> today) {
    auto holdings = db::holdings_of(book, patient.id);
    const auto day = today.value_or(today_in(db::read_clinic(book).time_zone));
    const auto retention = retention_of(book, patient, day);
    std::vector<std::string> merged;
    for (const auto& other : merged_into(book, patient.id)) {
        merged.push_back(other.chart);
    }
    return {.patient = patient,
            .retention = retention,
            .counts = counts_of(holdings),
            .entries = std::move(holdings.entries),
            .merged = std::move(merged),
            .is_early = !retention.is_over(day)};
}

bool was_erased(const db::Book& book, const db::Submission& submission, const std::string& chart) {
    if (!db::answer_of(book, kept(submission))) {
        return false;
    }
    if (db::find_patient(book, chart) || db::find_voided_patient(book, chart)) {
        throw schema::refused("key",
                              "was used for the erasure of another patient",
                              "a new submission needs a new key")
            .as("key_used");
    }
    return true;
}

void refuse_erasure(const ErasurePlan& plan,
                    const db::Submission& submission,
                    const ErasureRequest& request) {
    require_reason(submission);
    if (!plan.merged.empty()) {
        throw schema::refused(
            "patient",
            fmt::format("chart {} was merged into it and holds the same person",
                        fmt::join(plan.merged, ", ")),
            fmt::format("erase that first: `needlebook patient erase {}`", plan.merged.front()))
            .as("merged_into", {{"charts", fmt::format("{}", fmt::join(plan.merged, ", "))}});
    }
    const auto& retention = plan.retention;
    if (!plan.is_early || !kinds::is_blank(request.legal_reason.value_or(""))) {
        return;
    }
    throw schema::refused(
        "legal reason",
        retention.over_on
            ? fmt::format("is missing: the records are to be kept until {}; the last is of {}",
                          retention.over_on->text(),
                          retention.last_day->text())
            : std::string("is missing: nothing tells when the patient was last treated, so nobody "
                          "knows how long the records are to be kept"),
        "wait until then, or say by which law it is erased before: --legal-reason \"…\", or "
        "\"legal_reason\": \"…\"")
        .as("legal_reason");
}

Erased erase_patient(db::Book& book, const db::Submission& asked, const ErasureRequest& request) {
    require_reason(asked);
    const auto right = Right::keep_book;
    access_control::require(grant_of(book, asked), right);
    if (was_erased(book, asked, request.chart)) {
        return erased_before(book, *asked.key);
    }
    auto submission = kept(asked);
    submission.reason = reason_text(asked, request);
    Erased erased;
    std::int64_t before = 0;
    commit(book, submission, right, [&](db::Write& write) {
        const auto patient = patient_voided_or_not(write.book(), request.chart);
        erased.plan = plan_erasure(write.book(), patient);
        refuse_erasure(erased.plan, asked, request);
        before = db::last_entry(write.book());
        if (request.discard_drafts) {
            erased.drafts = request.discard_drafts(write.book(), patient);
        }
        return db::erase_patient(write, patient.id, erased.plan.entries);
    });
    erased.entry = entry_after(book, before);
    erased.epoch = entry_after(book, before + 1);
    erased.is_finished = db::finish_erasure(book);
    return erased;
}

std::string erasure_certificate(const db::Book& book,
                                const Erased& erased,
                                const std::vector<db::Copy>& copies) {
    const auto& retention = erased.plan.retention;
    std::string copies_text;
    for (const auto& each : copies) {
        copies_text += "  " + advice_on(each) + "\n";
    }
    const auto witness = db::hex(erased.epoch.hash).substr(0, db::witness_digits);
    return fmt::format(
        "ERASURE OF A PATIENT'S RECORDS\n\n"
        "Clinic     {}\nChart      {}\nErased     {} (UTC) by {}\nReason     {}\n"
        "Last day   {}\nKept until {}\n\n"
        "What was erased\n{}\n"
        "Evidence\n"
        "  Ledger entry {} says that it was done, entry {} holds the book as it is since.\n"
        "  Witness {}: `needlebook check --against {}` finds it again.\n{}\n"
        "Copies that still hold the records\n{}"
        "  Exports, printed reports, and copies elsewhere are not known to the program.\n",
        db::read_clinic(book).name,
        erased.plan.patient.chart,
        erased.entry.at,
        erased.entry.actor,
        erased.entry.reason.value_or(""),
        retention.last_day ? retention.last_day->text() : "not known",
        retention.over_on ? retention.over_on->text() : "not known",
        rows_of(erased.plan.counts) +
            rows_of({{"ledger entries blanked", std::ssize(erased.plan.entries)},
                     {"drafts", std::int64_t(erased.drafts)}}),
        erased.entry.seq,
        erased.epoch.seq,
        witness,
        witness,
        erased.is_finished ? ""
                           : "  The file may still hold bytes of it: the next write goes on with "
                             "removing them.\n",
        copies_text.empty() ? "  None where the program looked.\n" : copies_text);
}

}  // namespace tracking

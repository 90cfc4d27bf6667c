// Erasure of a patient by law, and whose records need not be kept any more.

#include <fmt/format.h>

#include "app/backup/medium.h"
#include "app/backup/policy.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/dangerous_act.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/erasure_json.h"
#include "app/server/drafts.h"
#include "app/tracking/erasure.h"
#include "db/file/private_file.h"
#include "db/secrets/draft_key.h"
#include "schema/kinds/record_text.h"

namespace cli {

namespace {

DangerousAct act_of(const tracking::ErasurePlan& plan, std::size_t drafts) {
    DangerousAct act{
        .what = fmt::format("erases patient {}; this cannot be undone", plan.patient.chart)};
    for (const auto& [what, count] : plan.counts) {
        act.details.push_back(fmt::format("{}: {}", what, count));
    }
    act.details.push_back(fmt::format("ledger entries blanked: {}", plan.entries.size()));
    act.details.push_back(fmt::format("drafts: {}", drafts));
    return act;
}

// Prints the certificate, and writes it where --certificate says.
void give_certificate(Invocation& call, const std::string& text, db::PrivateFile* file) {
    if (file != nullptr) {
        file->write(text);
        file->close();
    }
    call.io.out << text;
}

void erase_patient(Invocation& call) {
    auto book = call.open_to_write();
    server::Drafts drafts(book.file(), db::draft_key(book));
    const tracking::ErasureRequest request{
        .chart = call.arguments.need("CHART"),
        .legal_reason = call.arguments.one("legal-reason"),
        .discard_drafts = [&](const db::Book& before, const schema::Patient& patient) {
            return drafts.discard_of(before, patient);
        }};
    std::optional<db::PrivateFile> file;
    if (const auto named = call.arguments.one("certificate")) {
        file.emplace(*named);
    }
    const auto submission = call.submission();
    if (!tracking::was_erased(book, submission, request.chart)) {
        const auto patient = call.patient_voided_or_not(book);
        const auto plan = tracking::plan_erasure(book, patient);
        tracking::refuse_erasure(plan, submission, request);
        confirm_act(call, act_of(plan, drafts.names_of(book, patient).size()));
    }
    const auto erased = tracking::erase_patient(book, submission, request);
    if (erased.repeated) {
        call.io.err << "Erased before, by this very submission.\n";
        return;
    }
    std::vector<std::filesystem::path> folders;
    for (const auto& folder : call.arguments.all("backups")) {
        folders.emplace_back(folder);
    }
    for (const auto& folder : backup::folders_of(backup::read_policy(book.file()), book.file())) {
        if (auto place = backup::place_of(folder); place && std::filesystem::is_directory(*place)) {
            folders.push_back(std::move(*place));
        }
    }
    const auto copies =
        db::copies_with(book, erased.plan.patient.id, erased.plan.patient.chart, folders);
    give_certificate(
        call, tracking::erasure_certificate(book, erased, copies), file ? &*file : nullptr);
    for (const auto& problem : book.warnings()) {
        call.io.err << fmt::format(
            "warning: {}: {}\ntry: {}\n", problem.where, problem.what, problem.remedy);
    }
}

void show_retention(Invocation& call) {
    const auto book = call.open_to_read();
    const auto due = tracking::retention_due(book, call.today(book));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::retention_json(due)) << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : due) {
        rows.push_back({each.chart, each.last_day->text(), each.over_on->text()});
    }
    call.io.out << (rows.empty()
                        ? std::string("Nobody's records may go yet.\n")
                        : text_table(
                              {"patient", "last day", "over since"}, rows, call.io.table_width()));
}

}  // namespace

std::vector<Command> erasure_commands() {
    return {
        {.noun = "patient",
         .verb = "erase",
         .summary = "Erase a patient by law: every record, and what the ledger says of them.",
         .example = "needlebook patient erase C-001 --reason \"request of 2051-03-01\" --yes",
         .output = "ERASURE OF A PATIENT'S RECORDS\n\nClinic     Skin clinic\nChart      C-001\n…",
         .notes =
             "It says first how much there is, and asks. What it prints at the end is for the "
             "patient's file on paper.\nThe reason stays in the ledger for good: no name and no "
             "chart number in it. Entries of imports of many patients\nare blanked whole. Backups "
             "and exports are not changed: those that the program finds are listed.\n",
         .arguments = {{"CHART", "the patient's chart number, of a voided one too"}},
         .options = {{.name = "legal-reason",
                      .value = "TEXT",
                      .meaning = "by which law before the retention is over; it stays too",
                      .from_input = true},
                     {"certificate",
                      "FILE",
                      "also write there what is printed; for its owner only"},
                     {.name = "backups",
                      .value = "FOLDER",
                      .meaning = "look there too for copies that still hold the patient",
                      .repeated = true},
                     yes_option()},
         .book = Book::write,
         .needs_reason = true,
         .tells_of_repeats = true,
         .run = &erase_patient},
        {.noun = "retention",
         .verb = "due",
         .summary = "List whose records need not be kept any more; nothing goes by itself.",
         .example = "needlebook retention due",
         .output = "patient  last day    over since\nC-001    2001-01-05  2026-01-05",
         .notes = "The last day is that of the last treatment, observation or value that is not "
                  "voided, else of the last ledger entry\nof the patient alone; records are kept "
                  "for the clinic's retention_years after it.\n",
         .json = true,
         .as_of = true,
         .run = &show_retention},
    };
}

}  // namespace cli

#include "app/import/import_directory.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/import/carried.h"
#include "app/import/file_kinds.h"
#include "app/import/manifest.h"
#include "app/import/progress_part.h"
#include "app/json/record_traits.h"
#include "app/text/utf8.h"
#include "app/tracking/commit.h"
#include "app/tracking/people/clinic_key.h"
#include "db/file/staged_path.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"
#include "db/records/accounts.h"
#include "db/records/agreements.h"
#include "db/sqlite/import_cache.h"

namespace exchange {

namespace {

using std::filesystem::path;

struct KindFile {
    const FileKind* kind;
    path file;
};

void refuse_unfinished(const path& directory) {
    const auto named = std::filesystem::weakly_canonical(directory);
    if ((named.has_filename() ? named : named.parent_path()).extension() ==
            db::StagedPath::ending ||
        std::filesystem::exists(directory /
                                fmt::format("{}{}", manifest_name, db::StagedPath::ending))) {
        throw schema::refused(directory.string(),
                              "is an export that was not finished, and holds only a part",
                              "export again, and import that");
    }
}

std::vector<KindFile> files_of(const path& directory) {
    std::vector<KindFile> files;
    for (const auto& kind : file_kinds()) {
        const auto file = directory / fmt::format("{}.csv", kind.name);
        if (std::filesystem::exists(file)) {
            files.push_back({&kind, file});
        }
    }
    if (files.empty()) {
        throw schema::refused(directory.string(),
                              "holds no file of an export, such as patients.csv",
                              "name a directory that `needlebook export` wrote");
    }
    return files;
}

Problems unknown_files(const path& directory, const std::vector<KindFile>& known) {
    Problems warnings;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        const auto name = entry.path().filename();
        const bool expected = name == ids_file || name == links_file || name == accounts_file ||
                              name == devices_file || name == photos_folder ||
                              std::any_of(known.begin(), known.end(), [&](const KindFile& each) {
                                  return each.file.filename() == name;
                              });
        if (!expected) {
            warnings.push_back({entry.path().string(),
                                "is not a file of an export, and was not read",
                                "import it by itself: `needlebook import FILE --as KIND`"});
        }
    }
    return warnings;
}

// The options under which an exported file is read: as it was written, nothing found out. What no
// manifest vouches for may have been through a spreadsheet.
ImportOptions options_for(const KindFile& file, bool is_verified) {
    ImportOptions options;
    options.file = file.file;
    options.kind = std::string(file.kind->name);
    options.encoding = is_verified ? std::optional<std::string>("UTF-8") : std::nullopt;
    options.delimiter = ",";
    options.header_row = "1";
    return options;
}

bool is_settings(std::string_view kind) {
    return kind == schema::Description<schema::Clinic>::plural ||
           kind == schema::Description<schema::DepthLimit>::plural ||
           kind == schema::Description<schema::CareAdvice>::plural ||
           std::ranges::any_of(kinds::of_clinic(),
                               [&](const auto& each) { return each.plural == kind; });
}

class DirectoryImport {
  public:
    DirectoryImport(const path& directory,
                    const std::vector<KindFile>& files,
                    bool is_verified,
                    const std::string& actor,
                    const Progress& progress,
                    ImportReport& report,
                    const Joining* joining = nullptr,
                    std::vector<std::string> confirm = {})
        : directory_(directory),
          files_(files),
          is_verified_(is_verified),
          actor_(actor),
          progress_(progress),
          report_(report),
          joining_(joining),
          confirm_(std::move(confirm)) {}

    std::string run(db::Write& write) {
        ImportPatients patients(write.book());
        tracking::Scorer scorer(write);
        NewIds new_ids;
        const bool others = patients.size() > 0;
        const auto carried = carried_into(write, others, scorer);
        for (std::size_t i = 0; i < files_.size(); ++i) {
            if (others && is_settings(files_[i].kind->name)) {
                report_.warnings.push_back({files_[i].file.string(),
                                            "the book has patients and keeps its own settings",
                                            "change them with `needlebook clinic set`, "
                                            "`depth-limit set`, `advice set`, `protocol add`, "
                                            "`stock add` and `consent-form add`"});
                continue;
            }
            auto options = options_for(files_[i], is_verified_);
            options.confirm = confirm_;
            const auto count = static_cast<double>(files_.size());
            const auto number = static_cast<double>(i);
            const auto part = part_of(progress_, number / count, (number + 1) / count);
            const Table table(options, part_of(part, 0, share_of_table));
            const auto of_rows = part_of(part, share_of_table, 1);
            report_.warnings.insert(
                report_.warnings.end(), table.warnings().begin(), table.warnings().end());
            ImportRun one{write.book(),
                          options,
                          of_rows,
                          report_,
                          patients,
                          actor_,
                          &new_ids,
                          carried != nullptr,
                          joining_};
            if (const auto store = files_[i].kind->read(one, table)) {
                Storing storing{write, scorer};
                store(storing);
            }
            if (carried &&
                files_[i].kind->name == schema::Description<schema::Instrument>::plural) {
                carried->give_to_settings(write);
                scorer.read_settings();
            }
        }
        scorer.finish();
        if (carried) {
            for (const auto& link : links_in(directory_)) {
                db::put_link(write, link);
            }
        }
        if (joining_ == nullptr) {
            carry_people(write, carried != nullptr);
        }
        put_photos(write);
        return std::to_string(report_.records);
    }

  private:
    // No record is without its bytes.
    void put_photos(db::Write& write) const {
        const db::PhotoStore store(write.book().file());
        const auto there = store.files().photos;
        for (const auto& name : db::photos_named(write.connection())) {
            if (there.contains(name)) {
                continue;
            }
            const auto file = directory_ / photos_folder / name;
            std::ifstream in(file, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            if (db::hex(db::sha256(bytes)) != name) {
                throw schema::refused(
                    file.string(),
                    in.is_open() ? "has other bytes than its name says" : "is missing",
                    "export again, and import that");
            }
            store.put(bytes);
        }
    }

    // An empty book without accounts gets those of the export.
    void carry_people(db::Write& write, bool is_carried) {
        const auto accounts = accounts_in(directory_);
        if (accounts.empty()) {
            return;
        }
        if (!is_carried || db::has_accounts(write.book())) {
            report_.warnings.push_back({(directory_ / accounts_file).string(),
                                        "the book keeps its own people, and took none of these",
                                        "add who is missing: `needlebook account add`"});
            return;
        }
        for (const auto& account : accounts) {
            db::insert_account(write, account);
        }
        for (const auto& device : devices_in(directory_)) {
            db::insert_device(write, device);
        }
        tracking::make_clinic_key(write);
        report_.warnings.push_back({(directory_ / accounts_file).string(),
                                    "passwords and tokens do not leave a book: nobody can sign in",
                                    "let an owner in: `needlebook account reset-owner NAME`"});
    }

    // An empty book becomes the one that was exported, unless somebody may have changed the files.
    std::shared_ptr<const CarriedIds> carried_into(db::Write& write,
                                                   bool others,
                                                   tracking::Scorer& scorer) const {
        if (others || joining_ != nullptr || !is_verified_ ||
            !db::all_agreements(write.book()).empty()) {
            return nullptr;
        }
        const auto carried = std::make_shared<const CarriedIds>(directory_);
        write.next_score_id = carried->last_score() + 1;
        scorer.give_ids([carried](const schema::Score& score, const std::string& code) {
            return schema::Id<schema::Score>(carried->of(row_name(score, code)));
        });
        return carried;
    }

    const path& directory_;
    const std::vector<KindFile>& files_;
    bool is_verified_;
    const std::string& actor_;
    const Progress& progress_;
    ImportReport& report_;
    const Joining* joining_;
    std::vector<std::string> confirm_;
};

}  // namespace

ImportReport import_patient_folder(db::Book& book,
                                   const db::Submission& submission,
                                   const path& directory,
                                   const Joining& joining,
                                   const std::vector<std::string>& confirm,
                                   const Progress& progress) {
    const auto files = files_of(directory);
    ImportReport report;
    report.kind = "records";
    report.encoding = "UTF-8";
    const db::ImportCache cache(book);
    const auto receipt = tracking::commit(
        book, submission, access_control::Right::import_records, [&](db::Write& write) {
            auto answer =
                DirectoryImport(
                    directory, files, true, submission.actor, progress, report, &joining, confirm)
                    .run(write);
            if (report.records == 0 && report.tags_set == 0) {
                write.leave();
            }
            return answer;
        });
    if (receipt.repeated) {
        report.repeated = true;
        report.records = first_answer(receipt.answer);
    }
    return report;
}

ImportReport import_directory(db::Book& book,
                              const db::Submission& submission,
                              const path& directory,
                              const Progress& progress) {
    if (!std::filesystem::is_directory(directory)) {
        throw schema::refused(directory.string(),
                              "is not a directory",
                              "name a directory that `needlebook export` wrote");
    }
    refuse_unfinished(directory);
    const auto files = files_of(directory);
    const bool is_verified = verify_manifest(directory);
    ImportReport report;
    report.file = directory.string();
    report.kind = "records";
    report.encoding = "UTF-8";
    if (!is_verified) {
        report.warnings = unknown_files(directory, files);
        report.warnings.push_back({directory.string(),
                                   "has no manifest.json, as exports of older versions have none: "
                                   "nothing says whether all of it is there",
                                   "compare the number of records with the book it came from"});
    }
    const db::ImportCache cache(book);
    auto submitted = submission;
    submitted.action = "import";
    const auto receipt =
        tracking::commit(book, submitted, access_control::Right::keep_book, [&](db::Write& write) {
            return DirectoryImport(
                       directory, files, is_verified, submission.actor, progress, report)
                .run(write);
        });
    if (receipt.repeated) {
        report.repeated = true;
        report.records = first_answer(receipt.answer);
    }
    return report;
}

}  // namespace exchange

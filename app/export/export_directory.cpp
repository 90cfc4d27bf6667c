#include "app/export/export_directory.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "app/export/export_place.h"
#include "app/export/exported_photos.h"
#include "app/export/score_cells.h"
#include "app/import/carried.h"
#include "app/import/file_kinds.h"
#include "app/import/manifest.h"
#include "app/import/record_vocabulary.h"
#include "app/text/csv.h"
#include "db/file/book_files.h"
#include "db/file/private_file.h"
#include "db/ledger/verify.h"
#include "db/migrate.h"
#include "db/records/accounts.h"
#include "db/records/agreements.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/profile.h"
#include "db/records/records.h"
#include "db/records/score_labels.h"
#include "db/records/scores.h"
#include "db/records/tags.h"
#include "db/snapshot.h"
#include "schema/kinds/record_text.h"
#include "schema/records/clinic_record.h"
#include "schema/records/study_row.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using std::filesystem::path;
using PatientId = schema::Id<schema::Patient>;
using Cells = std::vector<std::string>;
using TakeRow = std::function<void(const Cells&)>;  // takes one

class Export {
  public:
    Export(const db::Book& book,
           path directory,
           const std::optional<PatientId>& patient,
           const ExportForm& form,
           const Progress& progress)
        : book_(book),
          form_(form),
          directory_(std::move(directory)),
          patient_(patient),
          progress_(progress),
          instruments_(db::all_instruments(book)),
          photos_(book, form.purpose),
          manifest_file_(directory_ / manifest_name) {
        db::for_each_record<schema::Patient>(book_, [&](const schema::Patient& each) {
            charts_.emplace(each.id.value, each.chart);
        });
    }

    ExportReport run() {
        if (!patient_) {
            write(kinds::of<schema::Clinic>(),
                  [&](const TakeRow& row) { row(fields(db::read_clinic(book_))); });
            profile<schema::DepthLimit>();
            profile<schema::CareAdvice>();
        }
        for (const auto& kind : kinds::of_patients()) {
            records(kind);
        }
        write(kinds::of<schema::Tag>(), [&](const TakeRow& row) { tags(row); });
        if (!patient_) {
            studies();
            of_clinic<schema::Stock>();
            of_clinic<schema::Protocol>();
            of_clinic<schema::ConsentForm>();
        }
        report_.photos_withheld = photos_.withheld();
        scores();
        write(kinds::of<schema::Instrument>(), [&](const TakeRow& row) { own_instruments(row); });
        if (form_.purpose == schema::ConsentScope::record) {
            photos_.write_into(directory_);
            ids();
            links();
        }
        if (!patient_) {
            people();
        }
        write_manifest();
        return report_;
    }

  private:
    template <class Own>
    void profile() {
        write(kinds::of<Own>(), [&](const TakeRow& row) {
            for (const auto& own : db::profile_rows<Own>(book_)) {
                row(fields(own));
            }
        });
    }

    template <class Record>
    void of_clinic() {
        write(kinds::of<Record>(), [&](const TakeRow& row) {
            db::for_each_record<Record>(book_, [&](const Record& record) { row(cells(record)); });
        });
    }

    void records(const kinds::Kind& kind) {
        write(kind, [&](const TakeRow& row) {
            auto record = kinds::blank(kind);
            db::read_records(
                book_,
                kind,
                db::Which::of_everybody,
                {},
                [&] { return kinds::Record(record = kinds::blank(kind)); },
                [&] {
                    const kinds::ConstRecord read(record);
                    const auto kept = read.kept();
                    const bool owned = kind.owner == schema::Owner::patient;
                    if (is_wanted(PatientId(owned ? kept.patient : kept.id)) &&
                        !is_withheld(record)) {
                        row(cells(read));
                    }
                });
        });
    }

    bool is_withheld(const schema::AnyRecord& record) {
        const auto* photo = std::get_if<schema::Photo>(&record);
        return photo != nullptr && !photos_.take(*photo);
    }

    Cells cells(const kinds::ConstRecord& record) const {
        const auto& kind = record.kind();
        const auto kept = record.kept();
        Cells cells{std::to_string(kept.id), std::to_string(kept.version)};
        if (kind.owner == schema::Owner::patient) {
            cells.push_back(charts_.at(kept.patient));
            cells.push_back(std::to_string(kept.patient));
        }
        for (auto& cell : fields(record)) {
            cells.push_back(std::move(cell));
        }
        if (kind.parts) {
            cells.push_back(kinds::parts_text(record));
        }
        cells.push_back(schema::Text<bool>::write(kept.voided));
        return cells;
    }

    static Cells fields(const kinds::ConstRecord& record) {
        Cells cells;
        for (const auto& field : record.kind().fields) {
            if (!field.facets.by_program) {
                cells.push_back(kinds::text_of(field, record.get(field)));
            }
        }
        return cells;
    }

    void tags(const TakeRow& row) const {
        for (const auto& tag : db::all_tags(book_)) {
            if (is_wanted(tag.patient)) {
                row({charts_.at(tag.patient.value),
                     std::to_string(tag.patient.value),
                     tag.key,
                     tag.value});
            }
        }
    }

    void own_instruments(const TakeRow& row) const {
        for (const auto& instrument : instruments_) {
            const bool wanted = !patient_ || used_.contains(instrument.id);
            if (!instrument.built_in && wanted) {
                row(fields(instrument));
            }
        }
    }

    void studies() {
        write(kinds::of<schema::StudyRow>(), [&](const TakeRow& row) {
            for (auto& study : db::all_agreements(book_)) {
                const auto& scale = db::instrument_among(instruments_, study.instrument);
                used_.insert(scale.id);
                row(cells(schema::StudyRow{std::move(study), scale.code}));
            }
        });
        write(kinds::of<schema::StudyRatingRow>(), [&](const TakeRow& row) {
            for (auto& rating : db::all_agreement_ratings(book_)) {
                row(cells(schema::StudyRatingRow{std::move(rating)}));
            }
        });
    }

    // By patient, then code: ids of instruments are not the same in every book.
    void scores() {
        const std::string name = "scores.csv";
        db::PrivateFile file(directory_ / name);
        begin(file);
        label_keys_ = db::label_keys(book_, patient_);
        file.write(line_of(score_header(label_keys_)));
        std::vector<schema::Score> of_one;
        db::for_each_score(book_, [&](const schema::Score& score) {
            if (!of_one.empty() && of_one.back().patient != score.patient) {
                write_scores(file, of_one);
            }
            if (!score.origin && is_wanted(score.patient)) {
                used_.insert(score.instrument);
                of_one.push_back(score);
            }
        });
        write_scores(file, of_one);
        end(file, name);
    }

    void write_scores(db::PrivateFile& file, std::vector<schema::Score>& of_one) {
        std::stable_sort(of_one.begin(), of_one.end(), [&](const auto& a, const auto& b) {
            return code(a) < code(b);
        });
        for (const auto& score : of_one) {
            file.write(line_of(
                score_cells(score, charts_.at(score.patient.value), code(score), label_keys_)));
        }
        report_.records += of_one.size();
        of_one.clear();
    }

    // Of the rows that the other files do not name by id.
    void ids() {
        write(ids_file, ids_header(), [&](const TakeRow& row) {
            const auto take = [&](const auto& rows) {
                for (const auto& each : rows) {
                    row({std::to_string(each.id.value), row_name(each)});
                }
            };
            if (!patient_) {
                take(instruments_);
                take(db::profile_rows<schema::DepthLimit>(book_));
                take(db::profile_rows<schema::CareAdvice>(book_));
            }
            std::int64_t last = 0;
            db::for_each_score(book_, [&](const schema::Score& score) {
                if (!is_wanted(score.patient)) {
                    return;
                }
                last = std::max(last, score.id.value);
                if (score.origin) {
                    row({std::to_string(score.id.value), row_name(score, code(score))});
                }
            });
            if (last > 0) {
                row({std::to_string(last), last_score_name});
            }
        });
    }

    void links() {
        write(links_file, links_header(), [&](const TakeRow& row) {
            for (const auto& link : db::all_links(book_)) {
                if (is_wanted(link.patient)) {
                    row({std::to_string(link.id),
                         std::to_string(link.version),
                         std::to_string(link.patient.value),
                         link.key,
                         schema::Text<bool>::write(link.voided),
                         schema::Text<std::optional<schema::Date>>::write(link.expires),
                         schema::Text<bool>::write(link.entries)});
                }
            }
        });
    }

    void people() {
        write(accounts_file, accounts_header(), [&](const TakeRow& row) {
            for (const auto& account : db::all_accounts(book_)) {
                row(with_version(account));
            }
        });
        write(devices_file, devices_header(), [&](const TakeRow& row) {
            for (const auto& device : db::all_devices(book_)) {
                row(with_version(device));
            }
        });
    }

    template <class Record>
    static Cells with_version(const Record& record) {
        Cells cells{std::to_string(record.id.value), std::to_string(record.version)};
        for (auto& cell : fields(record)) {
            cells.push_back(std::move(cell));
        }
        return cells;
    }

    const std::string& code(const schema::Score& score) const {
        return std::find_if(instruments_.begin(),
                            instruments_.end(),
                            [&](const auto& each) { return each.id == score.instrument; })
            ->code;
    }

    void write(const kinds::Kind& kind, const std::function<void(const TakeRow&)>& fill) {
        write(fmt::format("{}.csv", kind.plural), export_header(kind), [&](const TakeRow& row) {
            fill([&](const Cells& cells) {
                row(cells);
                ++report_.records;
            });
        });
    }

    void write(const std::string& name,
               const Cells& header,
               const std::function<void(const TakeRow&)>& fill) {
        db::PrivateFile file(directory_ / name);
        begin(file);
        file.write(line_of(header));
        fill([&](const Cells& cells) { file.write(line_of(cells)); });
        end(file, name);
    }

    std::string line_of(const Cells& cells) const {
        return form_.reader == Reader::spreadsheet ? guarded_csv_line(cells) : csv_line(cells);
    }

    void begin(db::PrivateFile& file) const {
        if (form_.reader == Reader::spreadsheet) {
            file.write(byte_order_mark);
        }
    }

    void end(db::PrivateFile& file, const std::string& name) {
        file.close();
        manifest_.files.emplace(name, described_file(directory_ / name));
        tell();
    }

    void write_manifest() {
        manifest_.program = form_.program;
        manifest_.schema = db::stored_version(book_.connection());
        manifest_.content = db::content_of(book_).hash;
        manifest_.one_patient = patient_.has_value();
        manifest_.reader = form_.reader;
        manifest_file_.write(manifest_text(manifest_));
        manifest_file_.close();
    }

    void tell() {
        ++report_.files;
        if (progress_) {
            progress_(static_cast<double>(report_.files) /
                      static_cast<double>(file_kinds().size() + 4));  // with ids, links and people
        }
    }

    bool is_wanted(PatientId patient) const { return !patient_ || *patient_ == patient; }

    const db::Book& book_;
    const ExportForm& form_;
    path directory_;
    std::optional<PatientId> patient_;
    const Progress& progress_;
    std::vector<schema::Instrument> instruments_;
    std::unordered_map<std::int64_t, std::string> charts_;
    std::set<schema::Id<schema::Instrument>> used_;
    std::set<std::string> label_keys_;  // of the scores
    ExportedPhotos photos_;
    Manifest manifest_;
    db::PrivateFile manifest_file_;  // unfinished until all else is there
    ExportReport report_;
};

}  // namespace

ExportReport export_directory(const db::Book& book,
                              const path& directory,
                              const std::optional<PatientId>& patient,
                              const Progress& progress,
                              const ExportForm& form) {
    const auto place = export_place(directory);
    db::make_folders_of(place);
    db::StagedPath made(place, db::StagedPath::As::folder);
    const db::Snapshot moment(book);
    const auto report = Export(book, made.path(), patient, form, progress).run();
    export_place(directory);  // somebody was quicker
    made.put_in_place();
    return report;
}

}  // namespace exchange

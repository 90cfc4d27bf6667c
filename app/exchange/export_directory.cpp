#include "app/exchange/export_directory.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "app/exchange/csv.h"
#include "app/exchange/file_kinds.h"
#include "app/exchange/private_file.h"
#include "app/exchange/record_vocabulary.h"
#include "db/agreements.h"
#include "db/clinic.h"
#include "db/instruments.h"
#include "db/profile.h"
#include "db/records.h"
#include "db/scores.h"
#include "db/snapshot.h"
#include "db/tags.h"
#include "schema/kinds/record_text.h"
#include "schema/records/study_row.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using schema::StudyRatingRow;
using schema::StudyRow;
using std::filesystem::path;
using PatientId = schema::Id<schema::Patient>;
using Cells = std::vector<std::string>;
using TakeRow = std::function<void(const Cells&)>;  // takes one

void refuse_full(const path& directory) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error || !std::filesystem::is_directory(directory)) {
        throw schema::refused(directory.string(),
                              fmt::format("cannot be made: {}",
                                          error ? error.message() : "there is a file of this name"),
                              "choose another directory");
    }
    if (!std::filesystem::is_empty(directory)) {
        throw schema::refused(
            directory.string(), "has files in it already", "choose a new or an empty directory");
    }
}

class Export {
  public:
    Export(const db::Book& book,
           path directory,
           const std::optional<PatientId>& patient,
           const Progress& progress)
        : book_(book),
          directory_(std::move(directory)),
          patient_(patient),
          progress_(progress),
          instruments_(db::all_instruments(book)) {
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
        }
        scores();
        write(kinds::of<schema::Instrument>(), [&](const TakeRow& row) { own_instruments(row); });
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
                    if (is_wanted(PatientId(owned ? kept.patient : kept.id))) {
                        row(cells(read));
                    }
                });
        });
    }

    Cells cells(const kinds::ConstRecord& record) const {
        const auto& kind = record.kind();
        const auto kept = record.kept();
        Cells cells{std::to_string(kept.id)};
        if (kind.owner == schema::Owner::patient) {
            cells.push_back(charts_.at(kept.patient));
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
                row({charts_.at(tag.patient.value), tag.key, tag.value});
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
        write(kinds::of<StudyRow>(), [&](const TakeRow& row) {
            for (auto& study : db::all_agreements(book_)) {
                const auto& scale = db::instrument_among(instruments_, study.instrument);
                used_.insert(scale.id);
                row(cells(StudyRow{std::move(study), scale.code}));
            }
        });
        write(kinds::of<StudyRatingRow>(), [&](const TakeRow& row) {
            for (auto& rating : db::all_agreement_ratings(book_)) {
                row(cells(StudyRatingRow{std::move(rating)}));
            }
        });
    }

    // By patient, then code: ids of instruments are not the same in every book.
    void scores() {
        PrivateFile file(directory_ / "scores.csv");
        file.write(
            csv_line(Cells{"patient", "instrument", "region", "at", "value", "rater", "voided"}));
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
        file.close();
        tell();
    }

    void write_scores(PrivateFile& file, std::vector<schema::Score>& of_one) {
        std::stable_sort(of_one.begin(), of_one.end(), [&](const auto& a, const auto& b) {
            return code(a) < code(b);
        });
        for (const auto& score : of_one) {
            file.write(csv_line(Cells{charts_.at(score.patient.value),
                                      code(score),
                                      schema::Text<decltype(score.region)>::write(score.region),
                                      score.at.text(),
                                      schema::number_text(score.value),
                                      score.rater.value_or(""),
                                      schema::Text<bool>::write(score.voided)}));
        }
        report_.records += of_one.size();
        of_one.clear();
    }

    const std::string& code(const schema::Score& score) const {
        return std::find_if(instruments_.begin(),
                            instruments_.end(),
                            [&](const auto& each) { return each.id == score.instrument; })
            ->code;
    }

    void write(const kinds::Kind& kind, const std::function<void(const TakeRow&)>& fill) {
        PrivateFile file(directory_ / fmt::format("{}.csv", kind.plural));
        file.write(csv_line(export_header(kind)));
        fill([&](const Cells& cells) {
            file.write(csv_line(cells));
            ++report_.records;
        });
        file.close();
        tell();
    }

    void tell() {
        ++report_.files;
        if (progress_) {
            progress_(static_cast<double>(report_.files) /
                      static_cast<double>(file_kinds().size()));
        }
    }

    bool is_wanted(PatientId patient) const { return !patient_ || *patient_ == patient; }

    const db::Book& book_;
    path directory_;
    std::optional<PatientId> patient_;
    const Progress& progress_;
    std::vector<schema::Instrument> instruments_;
    std::unordered_map<std::int64_t, std::string> charts_;
    std::set<schema::Id<schema::Instrument>> used_;
    ExportReport report_;
};

}  // namespace

ExportReport export_directory(const db::Book& book,
                              const path& directory,
                              const std::optional<PatientId>& patient,
                              const Progress& progress) {
    refuse_full(directory);
    const db::Snapshot moment(book);
    return Export(book, directory, patient, progress).run();
}

}  // namespace exchange

#include "app/import/file_kinds.h"

#include "app/import/record_vocabulary.h"
#include "app/import/score_vocabulary.h"

namespace exchange {

namespace {

template <class Record>
FileKind kind_of() {
    return {
        schema::Description<Record>::plural,
        schema::Description<Record>::noun,
        &read_records<Record>,
        [](const std::vector<schema::Instrument>&) { return record_vocabulary<Record>(false); }};
}

std::vector<FileKind> all_kinds() {
    std::vector<FileKind> kinds{kind_of<schema::Clinic>(),
                                kind_of<schema::DepthLimit>(),
                                kind_of<schema::CareAdvice>(),
                                kind_of<schema::Instrument>()};
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        kinds.push_back(kind_of<Record>());
        if constexpr (is_patient<Record>) {
            kinds.push_back(kind_of<schema::Tag>());
        }
    });
    kinds.push_back(kind_of<StudyRow>());
    kinds.push_back(kind_of<StudyRatingRow>());
    kinds.push_back({"scores", "score", &read_scores, &score_vocabulary});
    return kinds;
}

}  // namespace

const std::vector<FileKind>& file_kinds() {
    static const auto kinds = all_kinds();
    return kinds;
}

}  // namespace exchange

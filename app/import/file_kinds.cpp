#include "app/import/file_kinds.h"

#include "app/import/scores/score_vocabulary.h"

namespace exchange {

const std::vector<FileKind>& file_kinds() {
    static const auto kinds = [] {
        auto all = record_file_kinds();
        all.push_back({"scores", "score", &read_scores, [](const auto& scales) {
                           return score_vocabulary(scales, false);
                       }});
        return all;
    }();
    return kinds;
}

}  // namespace exchange

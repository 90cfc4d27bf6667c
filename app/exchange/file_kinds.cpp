#include "app/exchange/file_kinds.h"

#include "app/exchange/score_vocabulary.h"

namespace exchange {

const std::vector<FileKind>& file_kinds() {
    static const auto kinds = [] {
        auto all = record_file_kinds();
        all.push_back({"scores", "score", &read_scores, &score_vocabulary});
        return all;
    }();
    return kinds;
}

}  // namespace exchange

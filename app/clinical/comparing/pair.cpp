#include "app/clinical/comparing/pair.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace clinical {

namespace {

using schema::Photo;

constexpr std::size_t most_tried = 10;

auto shown_place(const Photo& photo) {
    return std::tuple(photo.view, photo.region, photo.side);
}

// The more the two say, the higher; 0 where they may not stand beside each other.
int rank(ComparedVerdict verdict) {
    switch (verdict) {
        case ComparedVerdict::comparable:
            return 3;
        case ComparedVerdict::partly_judged:
            return 2;
        case ComparedVerdict::not_judged:
            return 1;
        case ComparedVerdict::not_comparable:
            break;
    }
    return 0;
}

int rank_of(const std::optional<PhotoPair>& pair) {
    return pair ? rank(pair->comparability.verdict) : 0;
}

// Of one view, from the oldest to the newest.
void try_view(std::span<const Photo> photos, int limit, std::optional<PhotoPair>& best) {
    const auto tried = std::min(photos.size(), most_tried);
    for (std::size_t back = 1; back <= tried; ++back) {
        const auto& second = photos[photos.size() - back];
        for (std::size_t at = 0; at < tried && at < photos.size() - back; ++at) {
            const auto& first = photos[at];
            if (first.taken_at.day() == second.taken_at.day()) {
                break;
            }
            auto found = compare(first, second, limit);
            if (rank(found.verdict) > rank_of(best)) {
                best = PhotoPair{first, second, std::move(found)};
            }
        }
    }
}

}  // namespace

std::optional<PhotoPair> pair_to_show(std::vector<Photo> photos, int limit) {
    std::erase_if(photos, [](const Photo& photo) {
        return photo.voided || photo.view == schema::PhotoView::document;
    });
    std::sort(photos.begin(), photos.end(), [](const Photo& one, const Photo& other) {
        return std::tuple(shown_place(one), one.taken_at, one.id) <
               std::tuple(shown_place(other), other.taken_at, other.id);
    });
    std::optional<PhotoPair> best;
    for (std::size_t from = 0; from < photos.size();) {
        const auto place = shown_place(photos[from]);
        auto end = from;
        while (end < photos.size() && shown_place(photos[end]) == place) {
            ++end;
        }
        try_view(std::span(photos).subspan(from, end - from), limit, best);
        from = end;
    }
    return best;
}

}  // namespace clinical

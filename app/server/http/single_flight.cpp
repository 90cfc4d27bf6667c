#include "app/server/http/single_flight.h"

namespace server {

std::shared_ptr<const SingleFlight::Flight> SingleFlight::join(const std::string& question,
                                                               Answered answered) {
    auto flight = std::make_shared<Flight>(question);
    const std::lock_guard lock(mutex_);
    if (!question.empty()) {
        const auto [known, is_first] = waiting_.try_emplace(question, flight);
        if (!is_first) {
            known->second->passengers_.push_back(std::move(answered));
            return nullptr;
        }
    }
    flight->passengers_.push_back(std::move(answered));
    return flight;
}

void SingleFlight::depart(const Flight& flight) {
    const std::lock_guard lock(mutex_);
    const auto waiting = waiting_.find(flight.question_);
    if (waiting != waiting_.end() && waiting->second.get() == &flight) {
        waiting_.erase(waiting);
    }
}

}  // namespace server

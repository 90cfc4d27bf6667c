#pragma once
// Equal questions that wait are computed once and answered together (single flight). One joins only
// before the computing begins: what is answered then is never older than the question.

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/server/http/response.h"

namespace server {

class SingleFlight {
  public:
    using Answered = std::function<void(const Response&)>;

    // A question, and all who have asked it.
    class Flight {
      public:
        explicit Flight(std::string question) : question_(std::move(question)) {}

        // Answers all of them. After `depart`, once.
        void land(const Response& answer) const {
            for (const auto& each : passengers_) {
                each(answer);
            }
        }

      private:
        friend class SingleFlight;
        const std::string question_;
        std::vector<Answered> passengers_{};
    };

    // Nothing if this question waits already: `answered` is called with its answer. Else a flight
    // that the caller has to depart and to land. An empty question equals no other.
    std::shared_ptr<const Flight> join(const std::string& question, Answered answered);

    // Nobody joins any more: whoever asks now is another one's first.
    void depart(const Flight& flight);

  private:
    std::mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<Flight>> waiting_;
};

}  // namespace server

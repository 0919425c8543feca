//! What a search along a lever looked at, out of its answer for programs.

use serde_json::Value;

use crate::figures::{LeverKind, Search, SearchPoint};
use crate::output::FinishedRun;
use crate::plots::Estimated;
use crate::plots::charts::Met;

/// File of the answer, for programs.
pub const SOLVE_JSON: &str = "solve.json";

/// The search of a finished run; none if the run was no search along a lever, or its answer has been changed.
pub fn stored(run: &FinishedRun) -> Option<Search> {
    run.verify(SOLVE_JSON).ok()?;
    let text = std::fs::read_to_string(run.path().join(SOLVE_JSON)).ok()?;
    of_answer(&serde_json::from_str(&text).ok()?)
}

/// The search of an answer; none if it is the answer to another question.
pub fn of_answer(answer: &Value) -> Option<Search> {
    let lever = match answer["lever"].as_str()? {
        "leverage_max" => LeverKind::Leverage,
        "payout_share_annual" => LeverKind::Payout,
        "opening_fund_yuan" => LeverKind::Fund,
        _ => return None,
    };
    let mut points = answer["points"].as_array()?.iter().map(point).collect::<Option<Vec<_>>>()?;
    points.sort_by(|a, b| a.at.total_cmp(&b.at));
    let condition = |asked: &Value| {
        let limit = asked["at_most"].as_f64().or_else(|| asked["at_least"].as_f64())?;
        Some((asked["measure"].as_str()?.to_owned(), limit))
    };
    Some(Search {
        lever,
        points,
        conditions: answer["conditions"].as_array()?.iter().filter_map(condition).collect(),
        file: answer["file"].as_f64(),
        answer: answer["answer"]["value"].as_f64(),
    })
}

fn point(point: &Value) -> Option<SearchPoint> {
    let met = match point["verdict"].as_str()? {
        "holds" => Met::Surely,
        "likely" => Met::ByEstimate,
        _ => Met::Not,
    };
    let measures = point["measures"].as_object()?.iter().filter_map(|(id, measure)| {
        let value = measure["estimate"].as_f64()?;
        let end = |i: usize| measure["interval"][i].as_f64().unwrap_or(value);
        Some((id.clone(), Estimated { value, low: end(0), high: end(1) }))
    });
    Some(SearchPoint { at: point["value"].as_f64()?, met, measures: measures.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_in_the_order_of_the_lever_and_other_answers_are_none() {
        let measures = serde_json::json!({ "depletion": { "estimate": 0.01, "interval": [0.0, 0.02] }, "gain": { "estimate": null } });
        let answer = serde_json::json!({
            "lever": "leverage_max", "file": 10.0, "answer": { "value": 5.0 },
            "conditions": [{ "measure": "depletion", "at_most": 0.01 }],
            "points": [
                { "value": 10.0, "verdict": "fails", "measures": measures },
                { "value": 5.0, "verdict": "holds", "measures": measures },
            ],
        });
        let search = of_answer(&answer).expect("a search");
        let found: Vec<(f64, Met, usize)> =
            search.points.iter().map(|point| (point.at, point.met, point.measures.len())).collect();
        assert_eq!(found, [(5.0, Met::Surely, 1), (10.0, Met::Not, 1)]);
        assert_eq!((search.file, search.answer), (Some(10.0), Some(5.0)));
        assert_eq!(search.conditions, [("depletion".to_owned(), 0.01)]);
        assert_eq!(of_answer(&serde_json::json!({ "question": "fund", "levels": [] })), None);
    }
}

//! A chart as a picture that stands in the page: apart from the page, so that no name inside it can collide.

/// The drawing as a data URI.
pub fn data_uri(svg: &str) -> String {
    let svg = compact(svg);
    let mut uri = String::with_capacity(svg.len() + svg.len() / 8);
    uri.push_str("data:image/svg+xml,");
    for byte in svg.bytes() {
        match byte {
            // All that a path is made of stays as it is: a browser reads it, and it is nearly everything.
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b' ' | b'-' | b'.' | b',' | b'=' | b'/' | b':' | b'(' | b')' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// Paths in whole units of 10 µm, which no printer resolves: a third less to store and send.
fn compact(svg: &str) -> String {
    let mut pieces = svg.split(" d=\"");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (path, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let steps: Vec<String> = path.split(' ').map(whole).collect();
        text.push_str(" d=\"");
        text.push_str(&steps.join(" "));
        text.push('"');
        text.push_str(rest);
    }
    text
}

/// A step of a path: numbers rounded, letters as they are.
fn whole(step: &str) -> String {
    match step.parse::<f64>() {
        Ok(number) if number.is_finite() => format!("{}", number.round() as i64),
        _ => step.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_picture_can_end_its_attribute() {
        let uri = data_uri("<svg><title>\"'</style>#%&\n道</title></svg>");
        assert_eq!(
            uri,
            "data:image/svg+xml,%3Csvg%3E%3Ctitle%3E%22%27%3C/style%3E%23%25%26%0A%E9%81%93%3C/title%3E%3C/svg%3E"
        );
    }

    #[test]
    fn only_paths_are_rounded() {
        let svg = "<path stroke-width=\"0.5\" d=\"M 1.4 -2.6 L 3.5 4 Z\" x=\"1.5\"/>";
        assert_eq!(compact(svg), "<path stroke-width=\"0.5\" d=\"M 1 -3 L 4 4 Z\" x=\"1.5\"/>");
    }
}

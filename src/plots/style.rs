//! How a chart is set: width on paper, colour or grey, language; the palette and the type that follow.
//!
//! Colours. Distributions are one blue in three steps of lightness (after ColorBrewer's *Blues*), which orders the
//! bands for every kind of colour vision and in grey print. What threatens (depletion, losses, suspension) is the
//! vermillion of Okabe and Ito's palette, made to stay apart from blue for protan, deutan and tritan readers. Maps are
//! steps of one hue whose lightness falls evenly. Nothing is told by colour alone: lines carry their names or are
//! dashed, marks differ in shape, cells carry their numbers. A test simulates the three kinds of colour blindness
//! (Machado, Oliveira and Fernandes 2009) and the lightness of grey print.

use super::canvas::Type;
use crate::text::Lang;
use plotters::style::RGBColor;

/// Width on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// One column of a journal, 88 mm.
    Single,
    /// Two columns, 180 mm: the width of a page's text.
    Double,
}

/// Colour or grey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Blue and vermillion.
    Colour,
    /// For printers without colour.
    Grey,
}

/// How a chart is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Width on paper.
    pub width: Width,
    /// Colour or grey.
    pub tone: Tone,
    /// Language of words, units and numbers.
    pub lang: Lang,
}

impl Width {
    /// Both widths.
    pub const ALL: [Width; 2] = [Width::Single, Width::Double];

    /// Millimetres.
    pub fn mm(self) -> f64 {
        match self {
            Width::Single => 88.0,
            Width::Double => 180.0,
        }
    }

    /// What `--width` takes.
    pub fn key(self) -> &'static str {
        match self {
            Width::Single => "single",
            Width::Double => "double",
        }
    }
}

impl Tone {
    /// Both.
    pub const ALL: [Tone; 2] = [Tone::Colour, Tone::Grey];

    /// What `--colour` takes.
    pub fn key(self) -> &'static str {
        match self {
            Tone::Colour => "colour",
            Tone::Grey => "grey",
        }
    }
}

/// The colours of a chart by what they mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Palette {
    /// Band that holds nine tenths.
    pub outer: RGBColor,
    /// Band that holds half.
    pub inner: RGBColor,
    /// Median or estimate.
    pub centre: RGBColor,
    /// What threatens.
    pub alarm: RGBColor,
    /// Its interval.
    pub alarm_pale: RGBColor,
    /// The same for small type: dark enough on white.
    pub alarm_text: RGBColor,
    /// Text.
    pub ink: RGBColor,
    /// Numbers of axes.
    pub soft: RGBColor,
    /// Caption, leaders.
    pub faint: RGBColor,
    /// Grid.
    pub grid: RGBColor,
    /// A map of what threatens, from nothing to everything.
    pub heat: [RGBColor; 5],
    /// A map of what is gained, from little to much.
    pub gain: [RGBColor; 5],
}

const INK: RGBColor = RGBColor(34, 34, 34);
const SOFT: RGBColor = RGBColor(85, 85, 85);
const FAINT: RGBColor = RGBColor(110, 110, 110);
const GRID: RGBColor = RGBColor(221, 221, 221);

const COLOUR: Palette = Palette {
    outer: RGBColor(198, 219, 239),
    inner: RGBColor(126, 178, 216),
    centre: RGBColor(8, 48, 107),
    alarm: RGBColor(213, 94, 0),
    alarm_pale: RGBColor(247, 213, 184),
    alarm_text: RGBColor(179, 77, 0),
    ink: INK,
    soft: SOFT,
    faint: FAINT,
    grid: GRID,
    heat: [
        RGBColor(255, 255, 255),
        RGBColor(253, 224, 197),
        RGBColor(246, 173, 106),
        RGBColor(213, 94, 0),
        RGBColor(122, 46, 0),
    ],
    gain: [
        RGBColor(240, 246, 252),
        RGBColor(190, 214, 236),
        RGBColor(115, 172, 212),
        RGBColor(41, 112, 177),
        RGBColor(8, 48, 107),
    ],
};

const GREY: Palette = Palette {
    outer: RGBColor(222, 222, 222),
    inner: RGBColor(165, 165, 165),
    centre: RGBColor(20, 20, 20),
    alarm: RGBColor(70, 70, 70),
    alarm_pale: RGBColor(214, 214, 214),
    alarm_text: RGBColor(50, 50, 50),
    ink: INK,
    soft: SOFT,
    faint: FAINT,
    grid: GRID,
    heat: GREYS,
    gain: GREYS,
};

const GREYS: [RGBColor; 5] = [
    RGBColor(255, 255, 255),
    RGBColor(214, 214, 214),
    RGBColor(163, 163, 163),
    RGBColor(108, 108, 108),
    RGBColor(45, 45, 45),
];

/// The sizes of type of a chart: nothing is smaller than 7 points in print.
#[derive(Clone, Copy)]
pub(super) struct Types {
    pub title: Type,
    pub subtitle: Type,
    pub heading: Type,
    pub number: Type,
    pub label: Type,
    pub strong: Type,
    pub alarm: Type,
    pub caption: Type,
}

impl Style {
    pub(super) fn palette(self) -> Palette {
        match self.tone {
            Tone::Colour => COLOUR,
            Tone::Grey => GREY,
        }
    }

    pub(super) fn types(self) -> Types {
        let colours = self.palette();
        let [title, subtitle, heading, number, label, caption] = match self.width {
            Width::Double => [11.5, 8.5, 8.0, 7.5, 7.5, 7.0],
            Width::Single => [9.5, 7.5, 7.5, 7.0, 7.0, 7.0],
        };
        Types {
            title: Type::new(title, colours.ink),
            subtitle: Type::new(subtitle, colours.soft),
            heading: Type::new(heading, colours.ink),
            number: Type::new(number, colours.soft),
            label: Type::new(label, colours.ink),
            strong: Type::new(label, colours.centre),
            alarm: Type::new(label, colours.alarm_text),
            caption: Type::new(caption, colours.faint),
        }
    }
}

/// The colour of a map at `share` (0 to 1) of its range.
pub(super) fn shade(map: &[RGBColor; 5], share: f64) -> RGBColor {
    let place = share.clamp(0.0, 1.0) * 4.0;
    let step = (libm::floor(place) as usize).min(3);
    let part = place - step as f64;
    let between = |a: u8, b: u8| libm::round(f64::from(a) + part * (f64::from(b) - f64::from(a))) as u8;
    let (low, high) = (map[step], map[step + 1]);
    RGBColor(between(low.0, high.0), between(low.1, high.1), between(low.2, high.2))
}

/// Lightness L* of CIE 1976, 0 (black) to 100 (white): what grey print leaves of a colour.
pub(super) fn lightness(colour: RGBColor) -> f64 {
    let [r, g, b] = linear(colour);
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    if y > 216.0 / 24_389.0 { 116.0 * libm::cbrt(y) - 16.0 } else { y * 24_389.0 / 27.0 }
}

/// The colour's intensities, gamma taken out (IEC 61966-2-1).
fn linear(RGBColor(r, g, b): RGBColor) -> [f64; 3] {
    [r, g, b].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Machado, Oliveira and Fernandes (2009), table 1, severity 1.0: protanopia, deuteranopia, tritanopia.
    const BLINDNESS: [[[f64; 3]; 3]; 3] = [
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ];

    /// CIE L*a*b* (D65) of linear intensities.
    fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
        let [r, g, b] = [r, g, b].map(|v| v.clamp(0.0, 1.0));
        let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047;
        let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883;
        let [fx, fy, fz] =
            [x, y, z].map(|t| if t > 216.0 / 24_389.0 { libm::cbrt(t) } else { (t * 24_389.0 / 27.0 + 16.0) / 116.0 });
        [116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)]
    }

    /// A colour as readers of normal and of the three kinds of colour-blind vision see it.
    fn seen(colour: RGBColor) -> [[f64; 3]; 4] {
        let normal = linear(colour);
        let times = |m: &[[f64; 3]; 3]| m.map(|row| row.iter().zip(normal).map(|(a, b)| a * b).sum());
        [normal, times(&BLINDNESS[0]), times(&BLINDNESS[1]), times(&BLINDNESS[2])].map(lab)
    }

    fn apart(one: RGBColor, other: RGBColor) -> f64 {
        let distance =
            |(a, b): ([f64; 3], [f64; 3])| libm::sqrt(a.iter().zip(b).map(|(p, q)| (p - q) * (p - q)).sum::<f64>());
        seen(one).into_iter().zip(seen(other)).map(distance).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn white_black_and_a_known_grey_have_their_lightness() {
        assert!((lightness(RGBColor(255, 255, 255)) - 100.0).abs() < 1e-9);
        assert_eq!(lightness(RGBColor(0, 0, 0)), 0.0);
        assert!((lightness(RGBColor(119, 119, 119)) - 50.0).abs() < 0.1); // the textbook's middle grey
    }

    /// Ten is what a reader tells apart at a glance; 2.3 is the threshold side by side.
    #[test]
    fn colours_used_together_stay_apart_for_every_vision() {
        for palette in [COLOUR, GREY] {
            let Palette { outer, inner, centre, alarm, alarm_pale, .. } = palette;
            let white = RGBColor(255, 255, 255);
            for (one, other) in [
                (white, outer),
                (outer, inner),
                (inner, centre),
                (outer, centre),
                (alarm, alarm_pale),
                (white, alarm_pale),
            ] {
                assert!(apart(one, other) >= 9.0, "{one:?} {other:?}: {}", apart(one, other));
            }
        }
        for one in [COLOUR.outer, COLOUR.inner, COLOUR.centre] {
            assert!(apart(one, COLOUR.alarm) >= 30.0, "{one:?}: {}", apart(one, COLOUR.alarm));
        }
    }

    #[test]
    fn bands_maps_and_text_are_told_apart_in_grey_print() {
        for palette in [COLOUR, GREY] {
            let steps = [RGBColor(255, 255, 255), palette.outer, palette.inner, palette.centre].map(lightness);
            assert!(steps.is_sorted_by(|a, b| a - b >= 11.0), "{steps:?}");
            for map in [palette.heat, palette.gain] {
                let lightnesses: Vec<f64> = (0..=20).map(|i| lightness(shade(&map, f64::from(i) / 20.0))).collect();
                assert!(lightnesses.is_sorted_by(|a, b| a - b >= 1.5), "{lightnesses:?}");
            }
            // WCAG asks 4.5 to 1 on white, which is L* below 50.
            for text in [palette.ink, palette.soft, palette.faint, palette.alarm_text] {
                assert!(lightness(text) < 50.0);
            }
        }
    }

    #[test]
    fn a_shade_at_a_step_is_the_step() {
        for (step, colour) in COLOUR.heat.iter().enumerate() {
            assert_eq!(shade(&COLOUR.heat, step as f64 / 4.0), *colour);
        }
        assert_eq!(shade(&GREYS, 7.0), GREYS[4]);
    }
}

//! The gallery of charts: every figure of the list in both languages, with the sentence that the list has.

use std::path::{Path, PathBuf};

use lendmix::figures::FIGURES;
use lendmix::plots::provenance;
use lendmix::text::Lang;

/// Most bytes of all pictures together: they are kept in the repository.
const MOST_BYTES: u64 = 3_200_000;

fn docs(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

fn picture(id: &str, lang: Lang) -> String {
    format!("gallery/{id}-{}.png", lang.key())
}

/// The page as the list of figures gives it.
fn page(lang: Lang) -> String {
    let mut text = lang.pick(
        "# Every chart, and how to read it\n\nDrawn by `just gallery` from shipped scenarios with a few hundred replications each; the caption of a chart says which. Colours: the blues of ColorBrewer with the vermillion of Okabe and Ito, told apart with every common colour blindness and in grey; shapes and labels never lean on colour alone. [中文](gallery.zh-CN.md)\n",
        "# 全部图及读法\n\n由 `just gallery` 用随附方案绘制，各模拟数百次，图下注明所用方案。配色为ColorBrewer的蓝色系配Okabe–Ito的朱红色，各类常见色觉障碍者和灰度打印均可分辨；形状和文字不单靠颜色区分。[English](gallery.md)\n",
    ).to_owned();
    for figure in &FIGURES {
        let (title, reading) = ((figure.title)(lang), (figure.reading)(lang));
        let drawn = figure.commands.iter().map(|command| format!("`{command}`")).collect::<Vec<_>>();
        let drawn = lang.pick(
            format!("Name: `{}`. Drawn by {}.", figure.id, drawn.join(", ")),
            format!("图名 `{}`，由 {} 绘制。", figure.id, drawn.join("、")),
        );
        text.push_str(&format!(
            "\n## {title}\n\n<img src=\"{}\" width=\"520\" alt=\"{title}\">\n\n{reading}\n\n{drawn}\n",
            picture(figure.id, lang)
        ));
    }
    text
}

#[test]
fn the_gallery_has_every_chart_in_both_languages() {
    for (name, lang) in [("gallery.md", Lang::En), ("gallery.zh-CN.md", Lang::Zh)] {
        if std::env::var_os("LENDMIX_WRITE_DOCS").is_some() {
            std::fs::write(docs(name), page(lang)).unwrap();
        }
        let found = std::fs::read_to_string(docs(name)).unwrap();
        assert!(found == page(lang), "docs/{name} is not what the list of figures says: just gallery");
    }
}

/// Nothing is drawn again here: the pictures say themselves what they are.
#[test]
fn the_pictures_of_the_gallery_are_the_charts_they_are_called() {
    let mut bytes = 0;
    for figure in &FIGURES {
        for lang in Lang::ALL {
            let name = picture(figure.id, lang);
            let file = std::fs::read(docs(&name)).unwrap_or_else(|error| panic!("{name}: {error}; just gallery"));
            let facts = provenance(&file);
            let fact = |key: &str| facts.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
            assert_eq!((fact("chart"), fact("language")), (Some(figure.id), Some(lang.key())), "{name}");
            bytes += file.len() as u64;
        }
    }
    assert!(bytes <= MOST_BYTES, "{bytes} bytes of pictures");
    let others = std::fs::read_dir(docs("gallery")).unwrap().count();
    assert_eq!(others, 2 * FIGURES.len() + 1, "pictures of charts that are no more");
}

//! The bar while replications run.

words! {
    bar {
        en "{bar:32} {pos}/{len} replications, {per_sec}, {eta} left"
        zh "{bar:32} {pos}/{len}次模拟，{per_sec}，剩余{eta}"
    }
}

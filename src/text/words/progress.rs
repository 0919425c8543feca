//! The bar while replications run.

words! {
    bar {
        en "{bar:32} {pos}/{len} replications, {rate} a second, {left} s left"
        zh "{bar:32} {pos}/{len}次模拟，每秒{rate}次，剩余{left}秒"
    }
}

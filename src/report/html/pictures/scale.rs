//! From numbers to places.

/// A scale from numbers to places along a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    least: f64,
    most: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// Creates the scale that puts `least` at `from` and `most` at `to`.
    pub(super) fn new((least, most): (f64, f64), (from, to): (f64, f64)) -> Self {
        Self { least, most, from, to }
    }

    /// Returns the place of a number. Without a range, every number is at the beginning.
    pub(super) fn place(&self, number: f64) -> f64 {
        let range = self.most - self.least;
        if range <= 0.0 || !range.is_finite() {
            return self.from;
        }
        let part = ((number - self.least) / range).clamp(0.0, 1.0);
        self.from + part * (self.to - self.from)
    }
}

/// Returns the end of an axis that begins at 0: a round number not below `most`.
pub(super) fn round_up(most: f64) -> f64 {
    if most <= 0.0 || !most.is_finite() {
        return 1.0;
    }
    let power = 10f64.powf(most.log10().floor());
    let steps = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    // A number that is round itself may come out as 2.0000000000000004 times the power.
    let fits = |step: &&f64| most / power <= **step + 1e-9;
    steps.iter().find(fits).map_or(most, |step| step * power)
}

#[cfg(test)]
mod tests {
    use super::{Scale, round_up};

    #[test]
    fn numbers_are_placed_in_proportion() {
        let scale = Scale::new((0.0, 10.0), (0.0, 100.0));
        for (number, place) in [(0.0, 0.0), (5.0, 50.0), (10.0, 100.0), (12.0, 100.0), (-1.0, 0.0)]
        {
            assert!((scale.place(number) - place).abs() < 1e-9, "{number}");
        }
        let flat = Scale::new((3.0, 3.0), (5.0, 100.0));
        assert!((flat.place(3.0) - 5.0).abs() < 1e-9);
    }

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (most, end) in [
            (31.0, 40.0),
            (100.0, 100.0),
            (441.0, 500.0),
            (0.7, 0.8),
            (1.0, 1.0),
            (9.01, 10.0),
            (0.0, 1.0),
            (f64::NAN, 1.0),
        ] {
            assert!((round_up(most) - end).abs() < 1e-9, "{most}: {}", round_up(most));
        }
    }
}

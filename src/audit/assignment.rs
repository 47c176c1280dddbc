//! The best pairing of rows with columns: no row and no column twice, and the sum of the worths as large as can be.
//!
//! In: a worth for each row and column. Out: the column of each row. Nothing can go wrong. The method is the Hungarian one, with
//! potentials (Kuhn 1955, Jonker and Volgenant 1987), in time rows² × columns.

/// The column of each row; there are at least as many columns as rows.
pub fn assign(worth: &[Vec<i64>]) -> Vec<usize> {
    let rows = worth.len();
    let columns = worth.first().map_or(0, Vec::len);
    assert!(columns >= rows, "every row needs a column");
    // Row and column 0 are a start that belongs to nobody; costs are worths turned round.
    let cost = |row: usize, column: usize| -worth[row - 1][column - 1];
    let (mut of_rows, mut of_columns) = (vec![0_i64; rows + 1], vec![0_i64; columns + 1]);
    let (mut taken, mut way) = (vec![0_usize; columns + 1], vec![0_usize; columns + 1]);
    for row in 1..=rows {
        taken[0] = row;
        let mut column = 0;
        let (mut least, mut used) = (vec![i64::MAX; columns + 1], vec![false; columns + 1]);
        while taken[column] != 0 {
            used[column] = true;
            let (from, mut delta, mut next) = (taken[column], i64::MAX, 0);
            for other in (1..=columns).filter(|other| !used[*other]) {
                let reduced = cost(from, other) - of_rows[from] - of_columns[other];
                if reduced < least[other] {
                    (least[other], way[other]) = (reduced, column);
                }
                if least[other] < delta {
                    (delta, next) = (least[other], other);
                }
            }
            for other in 0..=columns {
                if used[other] {
                    of_rows[taken[other]] += delta;
                    of_columns[other] -= delta;
                } else if least[other] != i64::MAX {
                    least[other] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            taken[column] = taken[way[column]];
            column = way[column];
        }
    }
    let mut columns_of = vec![0; rows];
    for (column, row) in taken.iter().enumerate().skip(1).filter(|(_, row)| **row != 0) {
        columns_of[row - 1] = column - 1;
    }
    columns_of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_as_large_as_can_be() {
        // The best column of the first row is worth more to the second.
        assert_eq!(assign(&[vec![10, 8, 0], vec![10, 1, 0]]), [1, 0]);
        assert_eq!(assign(&[vec![7, 5, 11], vec![5, 4, 1], vec![9, 3, 2]]), [2, 1, 0]);
        assert_eq!(assign(&[]), Vec::<usize>::new());
    }

    #[test]
    fn it_agrees_with_trying_everything() {
        let mut seed = 7_u64;
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as i64 % 50
        };
        for _ in 0..200 {
            let worth: Vec<Vec<i64>> = (0..4).map(|_| (0..5).map(|_| next()).collect()).collect();
            let sum = |columns: &[usize]| columns.iter().enumerate().map(|(row, column)| worth[row][*column]).sum::<i64>();
            assert_eq!(sum(&assign(&worth)), best(&worth, 0, &mut Vec::new()));
        }
    }

    fn best(worth: &[Vec<i64>], row: usize, taken: &mut Vec<usize>) -> i64 {
        let Some(here) = worth.get(row) else { return 0 };
        let mut most = i64::MIN;
        for (column, worth_here) in here.iter().enumerate() {
            if !taken.contains(&column) {
                taken.push(column);
                most = most.max(worth_here + best(worth, row + 1, taken));
                taken.pop();
            }
        }
        most
    }
}

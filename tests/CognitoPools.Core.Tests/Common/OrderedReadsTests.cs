using CsCheck;

namespace CognitoPools.Core.Tests.Common;

/// <summary>Reading side by side, in order.</summary>
public sealed class OrderedReadsTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_whatever_the_order_of_the_answers() => Gen
        .Select(Gen.Int[0, 3].Array[0, 200], Gen.Int[1, 70])
        .Sample((waits, page) =>
        {
            var results = Collect(Items(waits.Length, page).ReadInOrderAsync(
                async (item, _) =>
                {
                    for (var wait = 0; wait < waits[item]; wait++)
                        await Task.Yield();
                    return item;
                },
                TimeProvider.System));
            Assert.Equal(Enumerable.Range(0, waits.Length), results.Result);
        }, iter: 200);

    [Fact]
    public async Task One_result_costs_four_reads_and_many_let_sixty_four_run_ahead()
    {
        var started = 0;
        var source = Items(1_000, 60).ReadInOrderAsync(
            async (item, token) =>
            {
                Interlocked.Increment(ref started);
                await Task.Yield();
                await Task.Delay(1, token);
                return item;
            },
            TimeProvider.System);
        await using var results = source.GetAsyncEnumerator();

        await results.MoveNextAsync();
        Assert.Equal(4, started);
        var most = 0;
        for (var taken = 1; await results.MoveNextAsync(); taken++)
            most = Math.Max(most, started - taken);
        Assert.InRange(most, 9, ReadWindow.Most);
    }

    [Fact]
    public async Task A_failure_comes_at_its_place_and_stops_the_rest()
    {
        CancellationToken seen = default;
        var results = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var result in Items(100, 60).ReadInOrderAsync(
                (item, token) =>
                {
                    seen = token;
                    return item == 10 ? Task.FromException<int>(new InvalidOperationException()) : Task.FromResult(item);
                },
                TimeProvider.System))
            {
                results.Add(result);
            }
        });

        Assert.Equal(Enumerable.Range(0, 10), results);
        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task What_was_read_before_the_list_failed_is_given()
    {
        var results = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var result in Items(7, 60, fails: true).ReadInOrderAsync(
                async (item, _) =>
                {
                    await Task.Yield();
                    return item;
                },
                TimeProvider.System))
            {
                results.Add(result);
            }
        });

        Assert.Equal(Enumerable.Range(0, 7), results);
    }

    [Fact]
    public void A_taker_who_is_slow_gets_less_ahead()
    {
        var window = new ReadWindow(4);
        window.Taken(null);
        window.Taken(null);
        Assert.Equal(16, window.Size);

        window.Taken(TimeSpan.FromMilliseconds(10));
        Assert.Equal(16, window.Size);
        window.Taken(TimeSpan.FromSeconds(2));
        Assert.Equal(8, window.Size);
        window.Taken(TimeSpan.FromSeconds(2));
        window.Taken(TimeSpan.FromSeconds(2));
        Assert.Equal(4, window.Size);
    }

    private static async Task<List<T>> Collect<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private static async IAsyncEnumerable<int> Items(int count, int page, bool fails = false)
    {
        for (var item = 0; item < count; item++)
        {
            if (item % page == 0)
                await Task.Yield();
            yield return item;
        }
        if (fails)
            throw new InvalidOperationException();
    }
}

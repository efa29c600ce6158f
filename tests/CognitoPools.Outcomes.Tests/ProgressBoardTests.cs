using System.Management.Automation;
using CognitoPools.Commands;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Outcomes.Tests;

/// <summary>What of the reported progress is shown, and when.</summary>
public class ProgressBoardTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly FakeTimeProvider time = new();
    private readonly ProgressBoard board;

    public ProgressBoardTests() => board = new ProgressBoard(time);

    [Fact]
    public void The_first_state_is_shown_at_once_and_then_the_newest_five_times_a_second()
    {
        var shown = new List<string>();
        for (var step = 0; step < 1_000; step++)
        {
            board.Set("Reading", $"{step}", null);
            shown.AddRange(board.Due().Select(record => record.StatusDescription));
            time.Advance(TimeSpan.FromMilliseconds(1));
        }
        Assert.Equal(["0", "200", "400", "600", "800"], shown);

        // The last state is not lost when nothing follows.
        time.Advance(Interval);
        Assert.Equal("999", Assert.Single(board.Due()).StatusDescription);
        Assert.Empty(board.Due());
    }

    [Fact]
    public void What_was_shown_is_ended_at_once_and_what_was_not_shown_is_never()
    {
        board.Set("Reading", "1", 10);
        var begun = Assert.Single(board.Due());
        board.Set("Waiting", "2", null);
        Assert.Empty(board.Due());
        board.Set("Waiting", null, null);
        board.Set("Reading", null, null);

        var ended = Assert.Single(board.Due());
        Assert.Equal(
            (begun.ActivityId, "Reading", ProgressRecordType.Completed), (ended.ActivityId, ended.Activity, ended.RecordType));
        Assert.Empty(board.Due());
    }

    [Fact]
    public void What_begins_while_another_is_shown_is_a_part_of_that()
    {
        board.Set("Changing", "2 of 6", 16);
        board.Set("Waiting", "1 s of 60 s", 1);
        var shown = board.Due();

        Assert.Equal([-1, shown[0].ActivityId], shown.Select(record => record.ParentActivityId));
        Assert.Equal([16, 1], shown.Select(record => record.PercentComplete));
        Assert.NotEqual(shown[0].ActivityId, shown[1].ActivityId);
    }

    [Fact]
    public void A_command_that_ends_early_ends_all_that_is_shown_the_inner_first()
    {
        board.Set("Changing", "2 of 6", null);
        board.Set("Waiting", "1 s of 60 s", null);
        Assert.Equal(2, board.Due().Count);
        board.Set("Later", "never shown", null);

        var ended = board.End();
        Assert.Equal(["Waiting", "Changing"], ended.Select(record => record.Activity));
        Assert.All(ended, record => Assert.Equal(ProgressRecordType.Completed, record.RecordType));
        Assert.Empty(board.End());
    }

    [Fact]
    public void An_end_of_something_that_never_began_is_nothing()
    {
        board.Set("Waiting", null, null);
        Assert.Empty(board.Due());
    }
}

namespace CognitoPools.Architecture.Tests;

/// <summary>A name means one thing.</summary>
public sealed class NameTests
{
    private static readonly string[] OurProjects = [Code.Module, Code.Core, Code.Sandbox];

    /// <summary>Two types of one name are either the same thing written twice, or a reader takes one for the other.</summary>
    [Fact]
    public void No_two_types_share_a_name()
    {
        var types = Code.Architecture.Types.Where(type => OurProjects.Contains(type.Assembly.Name)
            && !type.IsNested
            && type.Namespace.FullName.StartsWith("CognitoPools", StringComparison.Ordinal));
        var shared = types.GroupBy(type => type.Name)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(", ", group.Select(type => type.FullName)));

        Assert.Empty(shared);
    }
}

using CognitoPools.Roles;

namespace CognitoPools.Completion;

/// <summary>Readings of the policies of roles for completers.</summary>
internal static class RolePolicyReadings
{
    /// <summary>The roles that the command changes: the role it names, the default role for its kind of user, or all roles of its
    /// pool.</summary>
    public static IReadOnlyList<string> Roles(this CompletionContext context)
    {
        if (context.Arguments.Text("Role") is { } named)
            return [RoleArn.TryParse(named, out var arn) ? arn.Name : named];
        if (context.NamedPool is PoolRole { RoleArn: { } piped })
            return Names([piped]);
        if (context.Pool() is not { } pool)
            return [];
        var type = context.Arguments.Text("IdentityType");
        if (string.Equals(type, nameof(PoolIdentityType.Guest), StringComparison.OrdinalIgnoreCase))
            return Names([pool.GuestRole]);
        return string.Equals(type, nameof(PoolIdentityType.Authenticated), StringComparison.OrdinalIgnoreCase)
            ? Names([pool.AuthenticatedRole])
            : Names(RolesOfPool.Of(pool));
    }

    /// <summary>The names of the inline policies of some roles, each once.</summary>
    public static IEnumerable<string> InlinePolicies(this CompletionContext context, IEnumerable<string> roles) =>
        Read(context, "inline", roles, (policies, role, token) => policies.InlineAsync(role, token));

    /// <summary>The ARNs of the managed policies that are attached to some roles, each once.</summary>
    public static IEnumerable<string> AttachedPolicies(this CompletionContext context, IEnumerable<string> roles) =>
        Read(context, "attached", roles, (policies, role, token) => policies.AttachedAsync(role, token));

    private static IEnumerable<string> Read(
        CompletionContext context, string kind, IEnumerable<string> roles,
        Func<RolePolicies, string, CancellationToken, Task<IReadOnlyList<string>>> read)
    {
        if (context.Region is not { } region)
            return [];
        // All readings start before the first is awaited.
        var readings = roles.Select(role => context.Begin<IReadOnlyList<string>>(
            $"{kind} {role}", (connection, _, token) => read(new RolePolicies(connection, region), role, token)))
            .OfType<Reading<IReadOnlyList<string>>>().ToList();
        foreach (var reading in readings)
            context.WaitFor(reading.Ended);
        return readings.Where(reading => reading.Ended.Status == TaskStatus.RanToCompletion)
            .SelectMany(reading => reading.Found() ?? [])
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase);
    }

    private static IReadOnlyList<string> Names(IEnumerable<string?> arns) =>
        [.. arns.Select(arn => RoleArn.TryParse(arn, out var role) ? role.Name : null).OfType<string>()];
}

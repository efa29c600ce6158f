using CognitoPools.Audit.Model;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>A list of what guests can do.</summary>
internal static class HtmlGuests
{
    /// <summary>The HTML.</summary>
    public static Markup Write(AuditedPool pool)
    {
        if (!pool.Pool.GuestAccess)
            return Markup.Empty;
        var abilities = GuestAbilities.Of(pool);
        return Markup.Of(
            $"""
            <h5>What guests can do</h5>
            {(abilities.Count == 0 ? Markup.Of($"<p>Nothing. The pool has no guest role.</p>") : Markup.Each(abilities, Write))}
            """);
    }

    private static Markup Write(GuestAbilities abilities) => Markup.Of(
        $"""
        <p>{(abilities.Flow == SignInFlow.Basic ? "In the basic flow" : "In the enhanced flow")}, with role {Markup.Name(abilities.Role.Name)}:</p>
        {List(abilities.Permissions)}
        """);

    private static Markup List(IReadOnlyList<PoolPermission>? permissions) => permissions switch
    {
        null => Markup.Of($"<p>The policies of the role could not be read.</p>"),
        { Count: 0 } => Markup.Of($"<p>Nothing.</p>"),
        _ => Markup.Of($"<ul>{Markup.Each(permissions, one => Markup.Of($"<li>{Markup.Name(PlainPermission.Of(one))}</li>"))}</ul>"),
    };
}

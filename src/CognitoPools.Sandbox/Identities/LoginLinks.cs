namespace CognitoPools.Sandbox.Identities;

/// <summary>Which login belongs to which identity of a pool. Only identities that somebody signed in with take memory
/// here.</summary>
internal sealed class LoginLinks
{
    private readonly Dictionary<Login, int> owners = [];
    private readonly Dictionary<int, List<LinkedLogin>> links = [];
    private long lastNumber;

    /// <summary>The position of the identity that has a login, or null.</summary>
    /// <summary>A copy that changes on its own.</summary>
    public LoginLinks Clone()
    {
        var clone = new LoginLinks { lastNumber = lastNumber };
        foreach (var owner in owners)
            clone.owners.Add(owner.Key, owner.Value);
        foreach (var list in links)
            clone.links.Add(list.Key, [.. list.Value]);
        return clone;
    }

    public int? OwnerOf(Login login) => owners.TryGetValue(login, out var position) ? position : null;

    /// <summary>The logins of an identity, in the order of their linking.</summary>
    public IReadOnlyList<LinkedLogin> Of(int position) => links.TryGetValue(position, out var list) ? list : [];

    /// <summary>Links a login, which leaves the identity that had it.</summary>
    public void Set(int position, Login login)
    {
        Remove(login);
        owners[login] = position;
        if (!links.TryGetValue(position, out var list))
            links[position] = list = [];
        list.Add(new LinkedLogin(++lastNumber, login));
    }

    public void Remove(Login login)
    {
        if (OwnerOf(login) is not { } position)
            return;
        owners.Remove(login);
        var list = links[position];
        list.RemoveAll(link => link.Login == login);
        if (list.Count == 0)
            links.Remove(position);
    }

    /// <summary>Forgets every login of an identity.</summary>
    public void Clear(int position)
    {
        foreach (var link in Of(position))
            owners.Remove(link.Login);
        links.Remove(position);
    }
}

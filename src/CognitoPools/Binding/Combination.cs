namespace CognitoPools.Binding;

/// <summary>
/// Which parameters can be used together. Parameter sets cannot express it, because the engine chooses a set by the names
/// that are bound: <c>-Enable:$false</c> would choose the set of -Enable.
/// </summary>
internal static class Combination
{
    /// <summary>At most one of the parameters may be used.</summary>
    /// <exception cref="InvalidSettingException">Two or more are used.</exception>
    public static void OneOf(params (string Name, bool Used)[] parameters)
    {
        var used = parameters.Where(parameter => parameter.Used).Select(parameter => "-" + parameter.Name).ToList();
        if (used.Count > 1)
        {
            throw new InvalidSettingException(
                used[0].Substring(1), null,
                $"{Joined(used, "and")} cannot be used together.", "Specify one of them.");
        }
    }

    /// <summary>The parameters may be used only together with another one.</summary>
    /// <exception cref="InvalidSettingException">One is used without it.</exception>
    public static void OnlyWith(string other, bool otherUsed, params (string Name, bool Used)[] parameters)
    {
        foreach (var (name, used) in parameters)
        {
            if (used && !otherUsed)
            {
                throw new InvalidSettingException(
                    name, null, $"can be used only with -{other}.", $"Specify -{other}, or omit -{name}.");
            }
        }
    }

    /// <summary>The parameter may be used only together with at least one of the others.</summary>
    /// <exception cref="InvalidSettingException">It is used without any of them.</exception>
    public static void OnlyWithAny(string name, bool used, params (string Name, bool Used)[] others)
    {
        if (!used || others.Any(other => other.Used))
            return;
        var names = others.Select(other => "-" + other.Name).ToList();
        throw new InvalidSettingException(
            name, null, $"can be used only with {Joined(names, "or")}.", $"Specify one of them, or omit -{name}.");
    }

    /// <summary>The parameters cannot be used together with another one.</summary>
    /// <exception cref="InvalidSettingException">One is used with it.</exception>
    public static void NotWith(string other, bool otherUsed, params (string Name, bool Used)[] parameters)
    {
        foreach (var (name, used) in parameters)
        {
            if (used && otherUsed)
                throw new InvalidSettingException(name, null, $"cannot be used with -{other}.", $"Omit -{other} or -{name}.");
        }
    }

    private static string Joined(IReadOnlyList<string> names, string word) => names.Count == 1
        ? names[0]
        : $"{string.Join(", ", names.Take(names.Count - 1))} {word} {names[names.Count - 1]}";
}

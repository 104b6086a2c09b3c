namespace ScriptRules.Text.Entities;

/// <summary>What can be read out of a turn by its shape rather than by its words.</summary>
public enum EntityKind
{
    /// <summary>A mainland mobile number: 11 digits from 13 to 19, with or without 86.</summary>
    Mobile,

    /// <summary>A fixed line with its area code; without one where the words before say so.</summary>
    Landline,

    /// <summary>A mainland identity number of 18 or 15 places.</summary>
    IdentityNumber,

    /// <summary>The number of a payment card, 13 to 19 digits.</summary>
    BankCard,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A postal address down to the house number.</summary>
    Address,

    /// <summary>The number of an order, a parcel, a case or a member of staff: private to nobody.</summary>
    OrderNumber,

    /// <summary>A sum of money in yuan.</summary>
    Amount,

    /// <summary>A time by which something is to be done: 24小时内, 明天上午, 周五前.</summary>
    Deadline,

    /// <summary>A day or a part of the day that is only named: 明天, 下午. It is a deadline where it stands before what is promised.</summary>
    Day,
}

// Said in the words of a card, in a file that is written `marked`: here reading stopped. Taken out again on the way in.

export const stopSign = ' [Stopped reading here] ';
